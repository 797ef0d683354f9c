package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table has no INSTEAD OF triggers, TRUNCATE has no rows, and a trigger waits for something.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerShape implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Trigger trigger : table.triggers()) {
            check(TableRule.part(table, trigger.name()), trigger, problems);
        }
        return problems.stream();
    }

    private void check(String subject, Trigger trigger, List<Problem> problems) {
        if (trigger.events().isEmpty()) {
            problems.add(
                    error(subject, "waits for no event", "Name at least one in before(...) or after(...)."));
        } else if (trigger.timing() == TriggerTiming.INSTEAD_OF) {
            problems.add(
                    error(subject, "is INSTEAD OF, which only views can have", "Use before(...) or after(...)."));
        } else if (trigger.level() == TriggerLevel.ROW && trigger.events().contains(TriggerEvent.TRUNCATE)) {
            problems.add(error(subject, "waits for TRUNCATE, which has no rows", "Use forEachStatement()."));
        }
    }
}
