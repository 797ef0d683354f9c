package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.Trigger.TransitionTables;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A view has rows only for INSTEAD OF, which replaces the whole of an event, without columns and without a condition; and
 * it cannot be truncated.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class ViewTrigger implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (View view : schema.objects(View.class)) {
            for (Trigger trigger : view.triggers()) {
                Optional<Problem> problem = check(view.name().display() + "." + trigger.name(), trigger);
                if (problem.isPresent()) {
                    problems.add(problem.get());
                }
            }
        }
        return problems.stream();
    }

    private Optional<Problem> check(String subject, Trigger trigger) {
        if (trigger.events().isEmpty()) {
            return problem(subject, "waits for no event", "Name at least one in insteadOf(...).");
        }
        if (trigger.constraint() != null) {
            return problem(subject, "is a constraint trigger, which only tables can have", "Use v.trigger(...).");
        }
        if (trigger.events().contains(TriggerEvent.TRUNCATE)) {
            return problem(subject, "waits for TRUNCATE, which views do not have", "Leave it out.");
        }
        if (!trigger.transitionTables().equals(TransitionTables.NONE)) {
            return problem(subject, "has transition tables, which views do not have",
                    "Use the triggers of its tables.");
        }
        return trigger.timing() == TriggerTiming.INSTEAD_OF
                ? insteadOf(subject, trigger)
                : aroundStatement(subject, trigger);
    }

    private Optional<Problem> insteadOf(String subject, Trigger trigger) {
        if (trigger.level() != TriggerLevel.ROW) {
            return problem(subject, "is INSTEAD OF and FOR EACH STATEMENT", "Add forEachRow().");
        }
        return trigger.condition() != null || !trigger.updateOf().isEmpty()
                ? problem(
                        subject,
                        "is INSTEAD OF some rows or columns, which PostgreSQL cannot do",
                        "Ask inside the function.")
                : Optional.empty();
    }

    private Optional<Problem> aroundStatement(String subject, Trigger trigger) {
        return trigger.level() == TriggerLevel.ROW
                ? problem(
                        subject,
                        "is " + trigger.timing().sql() + " FOR EACH ROW, which only tables can have",
                        "Use insteadOf(...), or forEachStatement().")
                : Optional.empty();
    }

    private Optional<Problem> problem(String subject, String message, String remedy) {
        return Optional.of(error(subject, message, remedy));
    }
}
