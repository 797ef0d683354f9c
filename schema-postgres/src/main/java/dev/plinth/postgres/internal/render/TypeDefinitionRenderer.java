package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddLabel;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.EnumType;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** CREATE TYPE, and what is added to a type. Templates, as jOOQ writes backslashes in labels for another setting. */
final class TypeDefinitionRenderer {

    QueryPart create(EnumType type) {
        String labels = type.labels().stream().map(SqlText::literal).collect(Collectors.joining(", "));
        return DSL.query("CREATE TYPE {0} AS ENUM ({1})", Parts.name(type.name()), Parts.raw(labels));
    }

    QueryPart add(AddLabel added) {
        return DSL.query(
                "ALTER TYPE {0} ADD VALUE {1}{2}",
                Parts.name(added.type()),
                Parts.raw(SqlText.literal(added.label())),
                Parts.raw(added.neighbour() == null
                        ? ""
                        : " " + added.place() + " " + SqlText.literal(added.neighbour())));
    }

    /** The query that finds a type by its name. */
    static String probe(QualifiedName name) {
        return "SELECT FROM pg_catalog.pg_type WHERE typnamespace = "
                + SqlText.literal(SqlText.identifier(name.namespace())) + "::pg_catalog.regnamespace AND typname = "
                + SqlText.literal(name.name());
    }
}
