package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Extension;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Namespaces, through jOOQ's DSL, and the extensions in them, for which it has no word. */
final class NamespaceRenderer {

    private final RenderContext context;

    NamespaceRenderer(RenderContext context) {
        this.context = context;
    }

    QueryPart create(String namespace, RenderMode mode) {
        return mode == RenderMode.RERUNNABLE
                ? DSL.createSchemaIfNotExists(DSL.name(namespace))
                : DSL.createSchema(DSL.name(namespace));
    }

    /** Always with a namespace: without one it is the first of the search path, which is not ours to choose. */
    List<QueryPart> create(Extension extension, RenderMode mode) {
        String template = mode == RenderMode.RERUNNABLE
                ? "CREATE EXTENSION IF NOT EXISTS {0} WITH SCHEMA {1}{2}"
                : "CREATE EXTENSION {0} WITH SCHEMA {1}{2}";
        String namespace = context.withDeclared(List.of(extension)).namespaceOf(extension.name());
        String version = extension.version() == null ? "" : " VERSION " + SqlText.literal(extension.version());
        QueryPart created = DSL.query(template, DSL.name(extension.name()), DSL.name(namespace), Parts.raw(version));
        return extension.comment() == null
                ? List.of(created)
                : List.of(
                        created,
                        DSL.query(
                                "COMMENT ON EXTENSION {0} IS {1}",
                                DSL.name(extension.name()),
                                Parts.raw(SqlText.literal(extension.comment()))));
    }

    /** The query that finds the extension, whose comment is not to be replaced. */
    static String probe(Extension extension) {
        return "SELECT FROM pg_catalog.pg_extension WHERE extname = " + SqlText.literal(extension.name());
    }
}
