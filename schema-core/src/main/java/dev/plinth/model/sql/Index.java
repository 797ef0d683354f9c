package dev.plinth.model.sql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param keys what is indexed, in order
 * @param include columns stored in the index besides the keys
 * @param predicate the WHERE of a partial index; null for a whole one
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
public record Index(
        String name,
        List<IndexKey> keys,
        IndexMethod method,
        boolean unique,
        List<String> include,
        @Nullable Expression predicate,
        @Nullable String description) {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }
}
