package dev.plinth.model.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param keys what is indexed, in order
 * @param nullsNotDistinct whether a unique index takes two nulls for the same value; since PostgreSQL 15
 * @param include columns stored in the index besides the keys
 * @param parameters what stands in WITH (...)
 * @param predicate the WHERE of a partial index; null for a whole one
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
public record Index(
        String name,
        List<IndexKey> keys,
        IndexMethod method,
        boolean unique,
        boolean nullsNotDistinct,
        List<String> include,
        StorageParameters parameters,
        @Nullable Expression predicate,
        @Nullable String description) {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /** The same index under another name. */
    public Index named(String other) {
        return new Index(
                other, keys, method, unique, nullsNotDistinct, include, parameters, predicate, description);
    }

    /** The extensions that bring its method and its operator classes. */
    public List<String> extensions() {
        Set<String> extensions = new LinkedHashSet<>();
        if (method.extension() != null) {
            extensions.add(method.extension());
        }
        for (IndexKey key : keys) {
            extensions.addAll(key.extension().toList());
        }
        return List.copyOf(extensions);
    }

    /** An index whose nulls are distinct, without storage parameters. */
    public Index(
            String name,
            List<IndexKey> keys,
            IndexMethod method,
            boolean unique,
            List<String> include,
            @Nullable Expression predicate,
            @Nullable String description) {
        this(name, keys, method, unique, false, include, StorageParameters.NONE, predicate, description);
    }
}
