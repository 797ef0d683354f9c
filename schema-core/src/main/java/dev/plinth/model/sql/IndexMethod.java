package dev.plinth.model.sql;

import org.jspecify.annotations.Nullable;

/**
 * The access method of an index. A record and not an enum, as extensions bring methods of their own.
 *
 * @param extension the extension that brings it; null for the methods of PostgreSQL itself
 * @see <a href="https://www.postgresql.org/docs/current/indexes-types.html">Index Types</a>
 */
public record IndexMethod(String name, @Nullable String extension) {
    public static final IndexMethod BTREE = new IndexMethod("btree");
    public static final IndexMethod HASH = new IndexMethod("hash");
    public static final IndexMethod GIN = new IndexMethod("gin");
    public static final IndexMethod GIST = new IndexMethod("gist");
    public static final IndexMethod SPGIST = new IndexMethod("spgist");
    public static final IndexMethod BRIN = new IndexMethod("brin");

    /** A method that is there without an extension. */
    public IndexMethod(String name) {
        this(name, null);
    }
}
