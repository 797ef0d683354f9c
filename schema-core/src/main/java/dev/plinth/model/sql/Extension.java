package dev.plinth.model.sql;

import dev.plinth.model.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * An extension that must be installed in the database, for example {@code postgis}. What uses one brings it into the schema;
 * listed by itself it can say more.
 *
 * @param namespace SCHEMA, where what it brings is; null for {@code public} in a database that does not have it, and for any
 *     in one that does
 * @param version null for the usual one of the server, and for any in a database that has it
 * @param comment instead of the one that it comes with; null for any
 * @see <a href="https://www.postgresql.org/docs/current/sql-createextension.html">CREATE EXTENSION</a>
 */
public record Extension(
        String name, @Nullable String namespace, @Nullable String version, @Nullable String comment)
        implements SchemaObject {

    /** An extension wherever it is, of whatever version. */
    public Extension(String name) {
        this(name, null, null, null);
    }
}
