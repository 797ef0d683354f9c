package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * The type of a column. Two spellings of one built-in type are one value: {@code decimal(5)} is
 * {@code numeric(5,0)}. How a type is spelled is decided by {@code dev.plinth.naming.TypeNames}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public sealed interface ColumnType
        permits ColumnType.BuiltIn,
        ColumnType.OfExtension,
        ColumnType.Array,
        ColumnType.Named,
        ColumnType.Native,
        UserType {

    /** The same type, with types that a schema creates by their names only. */
    default ColumnType byName() {
        return switch (this) {
            case UserType defined -> defined.reference();
            case Array array -> new Array(array.element().byName());
            case Named named -> named;
            case BuiltIn builtIn -> builtIn;
            case OfExtension ofExtension -> ofExtension;
            case Native text -> text;
        };
    }

    /** By its name, also where that is SQL text: what tells one routine from another of its name. */
    default ColumnType identity() {
        return switch (byName()) {
            case Array(ColumnType element) -> new Array(element.identity());
            case Native(String sql) when sql.endsWith("[]") ->
                new Array(new Native(sql.substring(0, sql.length() - 2)).identity());
            case Native text ->
                QualifiedName.read(text.sql()).filter(name -> !name.namespace().equals("pg_catalog"))
                        .<ColumnType>map(Named::new)
                        .orElse(text);
            case Named named -> named;
            case BuiltIn builtIn -> builtIn;
            case OfExtension ofExtension -> ofExtension;
            case UserType defined -> defined.reference();
        };
    }

    /** The name of what has to be created for it, in an array too; empty where PostgreSQL or an extension has it. */
    default Optional<QualifiedName> createdName() {
        return switch (this) {
            case UserType defined -> Optional.of(defined.name());
            case Array array -> array.element().createdName();
            case Named named -> Optional.of(named.name());
            case BuiltIn ignored -> Optional.empty();
            case OfExtension ignored -> Optional.empty();
            case Native ignored -> Optional.empty();
        };
    }

    /**
     * A type of {@code pg_catalog}.
     *
     * @param modifiers length, precision and scale; empty where the type has none or they are left out
     */
    record BuiltIn(BuiltInType name, List<Integer> modifiers) implements ColumnType {
        public BuiltIn {
            modifiers = List.copyOf(modifiers);
        }
    }

    /**
     * A type that an extension brings, for example {@code geography(Point,4326)} of {@code postgis}.
     *
     * @param modifiers as the extension itself prints them
     */
    record OfExtension(String extension, String name, List<String> modifiers) implements ColumnType {
        public OfExtension {
            modifiers = List.copyOf(modifiers);
        }
    }

    /** An array of any number of dimensions: PostgreSQL does not store how many were declared. */
    record Array(ColumnType element) implements ColumnType {}

    /** A type outside {@code pg_catalog} that no extension brings: a {@link UserType}, or the row type of a table or a view. */
    record Named(QualifiedName name) implements ColumnType {}

    /**
     * Any type PostgreSQL knows, as SQL text. A type outside {@code pg_catalog} must be qualified with its namespace.
     */
    record Native(String sql) implements ColumnType {}
}
