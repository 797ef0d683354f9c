package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.PartitionBound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Every partition of the declared tables, with its bound, for what a new one has to fit in with. Databases have many that
 * nobody declared, so the server only looks where a declared table was not found.
 */
final class PartitionQuery implements CatalogQuery {

    private final boolean wanted;
    private final int declaredTables;
    final Map<Long, Map<QualifiedName, PartitionBound>> partitions = new HashMap<>();

    PartitionQuery(Schema schema, Scope scope) {
        this.wanted = schema.tables().stream().anyMatch(table -> table.options().partitionOf() != null);
        this.declaredTables = scope.tables().count();
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public String sql() {
        return """
                SELECT h.inhparent, n.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid)
                  FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE cardinality(%s) < %s AND h.inhparent = ANY (%1$s) AND c.relispartition"""
                .formatted(TABLE_OIDS, declaredTables);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        partitions
                .computeIfAbsent(row.getLong(1), table -> new HashMap<>())
                .put(new QualifiedName(row.getString(2), row.getString(3)), LiveBounds.read(row.getString(4)));
    }
}
