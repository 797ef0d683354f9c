package dev.plinth.postgres.internal.inspect;

import java.sql.ResultSet;

/**
 * Looks the declared tables up once and leaves their oids in a setting, so that every other query of the message is an
 * index scan over them and the message carries the names once.
 */
record LocateTables(Names tables) implements CatalogQuery {

    @Override
    public String sql() {
        return """
                SELECT set_config('%s', (
                    SELECT coalesce(array_agg(c.oid), '{}')::text
                      FROM %s AS d(namespace, name)
                      JOIN pg_namespace n ON n.nspname = d.namespace
                      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name
                     WHERE c.relkind IN ('r', 'p') %s), true)"""
                .formatted(TABLES, tables.sql(), tables.andOwn("pg_class", "c.oid"));
    }

    @Override
    public void read(ResultSet row) {
        // Only the setting counts.
    }
}
