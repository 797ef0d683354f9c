package dev.plinth.model.sql;

import org.jspecify.annotations.Nullable;

/**
 * Where a column comes from, what its NOT NULL is called, and how it is stored and planned for.
 *
 * @param notNullName the name of the constraint NOT NULL, which PostgreSQL keeps since version 18; null for the one that it chooses
 * @param storage null for that of its type
 * @param compression {@code pglz} or {@code lz4}; null for whatever the server does
 * @param statistics the statistics target, 0 to 10000; null for that of the server
 * @param parameters {@code n_distinct} and {@code n_distinct_inherited}
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE ... ALTER COLUMN ... SET</a>
 */
public record ColumnOptions(
        Origin origin,
        @Nullable String notNullName,
        @Nullable Storage storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        StorageParameters parameters) {

    /** Nothing is said: a column of the table itself. */
    public static final ColumnOptions NONE =
            new ColumnOptions(Origin.LOCAL, null, null, null, null, StorageParameters.NONE);

    /** A column that comes from the table above. */
    public static final ColumnOptions INHERITED =
            new ColumnOptions(Origin.INHERITED, null, null, null, null, StorageParameters.NONE);

    /** Which table says that a column is there. */
    public enum Origin {
        /** Its own table. */
        LOCAL,
        /** The table that it inherits from, or is a partition of. */
        INHERITED,
        /** The same, and the partition has a default of its own for it, or NOT NULL. */
        REFINED
    }

    /** SET STORAGE: whether values may be compressed, and whether they may be moved out of the row. */
    public enum Storage {
        PLAIN,
        EXTERNAL,
        EXTENDED,
        MAIN
    }

    /** The same with a NOT NULL of that name. */
    public ColumnOptions withNotNullName(@Nullable String name) {
        return new ColumnOptions(origin, name, storage, compression, statistics, parameters);
    }

    /** Whether the table itself says that the column is there. */
    public boolean isLocal() {
        return origin == Origin.LOCAL;
    }
}
