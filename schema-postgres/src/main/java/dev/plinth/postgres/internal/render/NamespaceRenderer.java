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
    QueryPart create(Extension extension, RenderMode mode) {
        String template = mode == RenderMode.RERUNNABLE
                ? "CREATE EXTENSION IF NOT EXISTS {0} WITH SCHEMA {1}{2}"
                : "CREATE EXTENSION {0} WITH SCHEMA {1}{2}";
        String namespace = context.withDeclared(List.of(extension)).namespaceOf(extension.name());
        String version = extension.version() == null ? "" : " VERSION " + SqlText.literal(extension.version());
        return DSL.query(template, DSL.name(extension.name()), DSL.name(namespace), Parts.raw(version));
    }
}
