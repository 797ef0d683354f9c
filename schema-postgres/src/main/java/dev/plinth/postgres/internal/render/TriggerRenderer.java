package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.model.sql.Trigger;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Triggers. A template: jOOQ's CREATE TRIGGER is for bodies it translates itself. */
final class TriggerRenderer {

    QueryPart create(CreateTrigger created) {
        Trigger trigger = created.trigger();
        return DSL.query(
                "CREATE TRIGGER {0} {1} {2} ON {3} FOR EACH {4} EXECUTE FUNCTION {5}()",
                DSL.name(trigger.name()),
                DSL.keyword(trigger.timing().sql()),
                Parts.raw(trigger.events().stream().map(Enum::name).collect(Collectors.joining(" OR "))),
                Parts.name(created.table()),
                DSL.keyword(trigger.level().name()),
                Parts.name(trigger.function()));
    }

    /** The query that finds the trigger by its name and table. */
    static String probe(CreateTrigger created) {
        return "SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = "
                + SqlText.literal(SqlText.qualified(created.table())) + "::pg_catalog.regclass AND tgname = "
                + SqlText.literal(created.trigger().name());
    }
}
