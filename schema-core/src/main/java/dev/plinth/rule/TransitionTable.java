package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.Trigger.TransitionTables;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transition tables belong to one event, of all columns, after it happened; and the event has such rows. Above and below
 * other tables they are of statements only.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER, REFERENCING</a>
 */
final class TransitionTable implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Trigger trigger : table.triggers()) {
            if (!trigger.transitionTables().equals(TransitionTables.NONE)) {
                Optional<Problem> shape = check(TableRule.part(table, trigger.name()), trigger);
                Optional<Problem> problem = shape.isPresent() ? shape : ofRows(table, trigger);
                if (problem.isPresent()) {
                    problems.add(problem.get());
                }
            }
        }
        return problems.stream();
    }

    private Optional<Problem> check(String subject, Trigger trigger) {
        TransitionTables tables = trigger.transitionTables();
        List<TriggerEvent> events = trigger.events();
        if (trigger.constraint() != null) {
            return problem(subject, "is a constraint trigger and has transition tables", "Use t.trigger(...).");
        }
        if (trigger.timing() != TriggerTiming.AFTER) {
            return problem(subject, "has transition tables and is not AFTER", "Use after(...).");
        }
        if (events.size() > 1 || events.contains(TriggerEvent.TRUNCATE)) {
            String which = events.size() > 1 ? "several events" : "TRUNCATE";
            return problem(
                    subject,
                    "has transition tables and waits for " + which,
                    "Write a trigger for each of INSERT, UPDATE and DELETE.");
        }
        if (!trigger.updateOf().isEmpty()) {
            return problem(subject, "has transition tables and waits for columns", "Drop of(...).");
        }
        if (tables.oldTable() != null && events.contains(TriggerEvent.INSERT)) {
            return problem(subject, "has an old table, and INSERT has no old rows", "Drop referencingOldTable(...).");
        }
        if (tables.newTable() != null && events.contains(TriggerEvent.DELETE)) {
            return problem(subject, "has a new table, and DELETE has no new rows", "Drop referencingNewTable(...).");
        }
        return tables.oldTable() != null && tables.oldTable().equals(tables.newTable())
                ? problem(subject, "calls both transition tables " + tables.oldTable(), "Rename one of the two.")
                : Optional.empty();
    }

    private Optional<Problem> ofRows(Table table, Trigger trigger) {
        String what = table.options().partitioning() != null
                ? "a partitioned table"
                : table.options().partitionOf() != null
                        ? "a partition"
                        : table.options().inherits().isEmpty() ? "" : "a table that inherits";
        return what.isEmpty() || trigger.level() != TriggerLevel.ROW
                ? Optional.empty()
                : problem(
                        TableRule.part(table, trigger.name()),
                        "has transition tables and fires for each row of " + what + ", which PostgreSQL does not allow",
                        "Use forEachStatement().");
    }

    private Optional<Problem> problem(String subject, String message, String remedy) {
        return Optional.of(error(subject, message, remedy));
    }
}
