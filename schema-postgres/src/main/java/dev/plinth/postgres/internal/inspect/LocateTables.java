package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.util.List;

/**
 * Looks the declared tables up once and leaves their oids in a setting, so that every other query of the message is an
 * index scan over them and the message carries the names once.
 */
record LocateTables(List<QualifiedName> tables) implements CatalogQuery {

    @Override
    public String sql() {
        return """
                SELECT set_config('%s', (
                    SELECT coalesce(array_agg(c.oid), '{}')::text
                      FROM unnest(%s) AS d(namespace, name)
                      JOIN pg_namespace n ON n.nspname = d.namespace
                      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name
                     WHERE c.relkind IN ('r', 'p')), true)"""
                .formatted(TABLES, ArrayLiterals.qualifiedNames(tables));
    }

    @Override
    public void read(ResultSet row) {
        // Only the setting counts.
    }
}
