package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.TypeNames;
import dev.plinth.postgres.internal.sql.SqlText;

/**
 * Types as text. jOOQ has no part in it: it respells types, and its constructors for a type by name write into a
 * registry that is shared by all its users in the JVM and not guarded against threads.
 */
final class TypeRenderer {

    private final RenderContext context;

    TypeRenderer(RenderContext context) {
        this.context = context;
    }

    /** Types of {@code pg_catalog} bare, as it is always searched first; all others qualified. */
    String text(ColumnType type) {
        return switch (type) {
            case ColumnType.Named named -> SqlText.qualified(named.name());
            case UserType defined -> SqlText.qualified(defined.name());
            case ColumnType.BuiltIn builtIn -> TypeNames.of(builtIn);
            case ColumnType.Native other -> TypeNames.of(other);
            case ColumnType.Array array -> text(array.element()) + "[]";
            case ColumnType.OfExtension other -> text(other);
        };
    }

    private String text(ColumnType.OfExtension type) {
        String namespace = context.namespaceOf(type.extension());
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        return SqlText.identifier(namespace) + "." + SqlText.identifier(type.name()) + modifiers;
    }
}
