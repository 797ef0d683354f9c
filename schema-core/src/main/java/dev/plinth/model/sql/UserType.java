package dev.plinth.model.sql;

/**
 * A type that a schema creates. Used as the type of a column it brings its definition; in a
 * {@link dev.plinth.model.Schema}, which holds the definitions, columns have the name only.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>
 */
public sealed interface UserType extends ColumnType, DatabaseObject
        permits EnumType, DomainType, CompositeType, RangeType {

    /** The type by its name. */
    default Named reference() {
        return new Named(name());
    }
}
