package dev.plinth.naming;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Types as PostgreSQL prints them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">format_type</a>
 */
public final class TypeNames {

    private TypeNames() {}

    /** The spelling of {@code format_type}, for example {@code character varying(200)}; native types as they are, those of a
     * schema by their names. */
    public static String of(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> builtIn.name().pattern().replace("%", modifiers(builtIn.modifiers()));
            case ColumnType.OfExtension extension -> extension.name() + modifiers(extension.modifiers());
            case ColumnType.Array array -> of(array.element()) + "[]";
            case ColumnType.Named named -> named.name().display();
            case UserType defined -> defined.name().display();
            case ColumnType.Native other -> other.sql();
        };
    }

    private static String modifiers(List<?> modifiers) {
        return modifiers.isEmpty()
                ? ""
                : modifiers.stream().map(Object::toString).collect(Collectors.joining(",", "(", ")"));
    }
}
