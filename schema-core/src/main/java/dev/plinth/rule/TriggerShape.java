package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.stream.Stream;

/**
 * A table has no INSTEAD OF triggers, TRUNCATE has no rows, and a trigger waits for something.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerShape implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.triggers().stream().flatMap(trigger -> check(TableRule.part(table, trigger.name()), trigger));
    }

    private Stream<Problem> check(String subject, Trigger trigger) {
        if (trigger.events().isEmpty()) {
            return Stream.of(error(subject, "waits for no event", "Name at least one in before(...) or after(...)."));
        }
        if (trigger.timing() == TriggerTiming.INSTEAD_OF) {
            return Stream
                    .of(error(subject, "is INSTEAD OF, which only views can have", "Use before(...) or after(...)."));
        }
        boolean truncatesRows =
                trigger.level() == TriggerLevel.ROW && trigger.events().contains(TriggerEvent.TRUNCATE);
        return truncatesRows
                ? Stream.of(error(subject, "waits for TRUNCATE, which has no rows", "Use forEachStatement()."))
                : Stream.empty();
    }
}
