package dev.plinth.postgres.internal.apply;

import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The partitions of a table and of its partitions, whoever made them, with the indexes of each; those above before those
 * below.
 */
record PartitionTree(List<Part> parts) {

    /**
     * A partition.
     *
     * @param whole the table that it is a partition of
     * @param kind of the relation: {@code r}, {@code p}, or {@code f} for a foreign table
     * @param indexes by name
     */
    record Part(QualifiedName table, QualifiedName whole, String kind, Map<String, Attached> indexes) {

        boolean isPartitioned() {
            return kind.equals("p");
        }
    }

    /**
     * An index of a partition.
     *
     * @param isValid whether its build has ended well
     * @param whole the index of the table above that it is a part of; empty for none
     */
    record Attached(boolean isValid, String whole) {}

    static PartitionTree of(Session session, QualifiedName table) throws SQLException {
        String query = """
                SELECT n.nspname, c.relname, pn.nspname, p.relname, c.relkind, x.relname, i.indisvalid, w.relname
                  FROM pg_partition_tree(%s) t
                  JOIN pg_class c ON c.oid = t.relid JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_class p ON p.oid = t.parentrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
                  LEFT JOIN pg_index i ON i.indrelid = c.oid LEFT JOIN pg_class x ON x.oid = i.indexrelid
                  LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid LEFT JOIN pg_class w ON w.oid = h.inhparent
                 WHERE t.level > 0
                 ORDER BY t.level, n.nspname, c.relname"""
                .formatted(SqlText.literal(SqlText.qualified(table)));
        Map<QualifiedName, Part> parts = new LinkedHashMap<>();
        for (List<String> row : session.query(List.of(query))) {
            QualifiedName name = new QualifiedName(row.get(0), row.get(1));
            QualifiedName whole = new QualifiedName(row.get(2), row.get(3));
            Part part = parts.computeIfAbsent(
                    name, it -> new Part(name, whole, row.get(4), new LinkedHashMap<>()));
            if (!row.get(6).equals("null")) {
                part.indexes().put(
                        row.get(5),
                        new Attached(row.get(6).equals("t"), row.get(7).equals("null") ? "" : row.get(7)));
            }
        }
        return new PartitionTree(List.copyOf(parts.values()));
    }

    /** PostgreSQL builds no index on a foreign table. */
    boolean hasForeignTables() {
        return parts.stream().anyMatch(part -> part.kind().equals("f"));
    }
}
