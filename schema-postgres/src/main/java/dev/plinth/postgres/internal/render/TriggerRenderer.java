package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Triggers. A template: jOOQ's CREATE TRIGGER is for bodies it translates itself. */
final class TriggerRenderer {

    QueryPart create(CreateTrigger created) {
        Trigger trigger = created.trigger();
        return DSL.query(
                "CREATE {0} {1} {2} {3} ON {4}{5} FOR EACH {6}{7} EXECUTE FUNCTION {8}({9})",
                Parts.raw(trigger.constraint() == null ? "TRIGGER" : "CONSTRAINT TRIGGER"),
                DSL.name(trigger.name()),
                DSL.keyword(trigger.timing().sql()),
                Parts.raw(events(trigger)),
                Parts.name(created.table()),
                Parts.raw(constraint(trigger.constraint()) + referencing(trigger.transitionTables())),
                DSL.keyword(trigger.level().name()),
                Parts.raw(trigger.condition() == null ? "" : " WHEN " + SqlText.parenthesised(trigger.condition())),
                Parts.name(trigger.function()),
                Parts.raw(trigger.call().arguments().stream()
                        .map(SqlText::literal)
                        .collect(Collectors.joining(", "))));
    }

    private static String events(Trigger trigger) {
        return trigger.events().stream()
                .map(event -> event == TriggerEvent.UPDATE && !trigger.updateOf().isEmpty()
                        ? "UPDATE OF " + SqlText.identifiers(trigger.updateOf())
                        : event.name())
                .collect(Collectors.joining(" OR "));
    }

    private static String constraint(Trigger.@Nullable Constraint constraint) {
        if (constraint == null) {
            return "";
        }
        return (constraint.from() == null ? "" : " FROM " + SqlText.qualified(constraint.from()))
                + (constraint.deferral().sql().isEmpty() ? "" : " " + constraint.deferral().sql());
    }

    private static String referencing(Trigger.TransitionTables tables) {
        String oldTable = tables.oldTable();
        String newTable = tables.newTable();
        return oldTable == null && newTable == null
                ? ""
                : " REFERENCING" + (oldTable == null ? "" : " OLD TABLE AS " + SqlText.identifier(oldTable))
                        + (newTable == null ? "" : " NEW TABLE AS " + SqlText.identifier(newTable));
    }

    /** The query that finds the trigger by its name and table. */
    static String probe(CreateTrigger created) {
        return "SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = "
                + SqlText.literal(SqlText.qualified(created.table())) + "::pg_catalog.regclass AND tgname = "
                + SqlText.literal(created.trigger().name());
    }
}
