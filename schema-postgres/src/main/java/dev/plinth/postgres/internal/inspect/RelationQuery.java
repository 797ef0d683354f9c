package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Who holds a name that the schema wants and that none of its own tables or their indexes has. Tables, indexes, views,
 * sequences and composite types share one namespace. Where nothing is missing the list of names to look up is empty. A
 * table whose name differs in capital letters only counts too: it was written without quotes, and a twin is not wanted.
 */
final class RelationQuery implements CatalogQuery {

    /** What holds the name of a table that is one. */
    static final String TABLE = "a table";

    private final Names wanted;
    private final Names tables;
    private final Names views;
    private final String sequences;
    final Map<QualifiedName, String> holders = new HashMap<>();

    RelationQuery(Scope scope) {
        this.wanted = scope.relations();
        this.tables = scope.tables();
        this.views = scope.named(NamedQuery.class);
        this.sequences = !wanted.isEmpty() && scope.ownsSequences()
                || !scope.sequences().isEmpty()
                || !scope.named(CompositeType.class).isEmpty()
                        ? " UNION ALL SELECT c.relnamespace, c.relname FROM (" + SequenceQuery.OWNED + ") AS s(oid)"
                                + " JOIN pg_class c ON c.oid = s.oid UNION ALL " + relations(scope.sequences(), "S")
                                + " UNION ALL " + relations(scope.named(CompositeType.class), "c")
                        : "";
    }

    @Override
    public boolean isWanted() {
        return !wanted.isEmpty();
    }

    @Override
    public String sql() {
        return """
                WITH own AS MATERIALIZED (
                    SELECT c.relnamespace, c.relname FROM pg_class c WHERE c.oid = ANY (%s)
                    UNION ALL
                    SELECT c.relnamespace, c.relname
                      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = ANY (%1$s)%3$s),
                missing AS MATERIALIZED (
                    SELECT n.oid, d.namespace, d.name
                      FROM %2$s AS d(namespace, name) JOIN pg_namespace n ON n.nspname = d.namespace
                     WHERE NOT EXISTS (SELECT FROM own WHERE own.relnamespace = n.oid AND own.relname = d.name))
                SELECT m.namespace, m.name, c.relkind::text, o.relname, NULL
                  FROM missing m
                  JOIN pg_class c ON c.relnamespace = m.oid AND c.relname = m.name
                  LEFT JOIN pg_index i ON i.indexrelid = c.oid
                  LEFT JOIN pg_class o ON o.oid = i.indrelid
                UNION ALL
                SELECT m.namespace, m.name, 'type', NULL, NULL
                  FROM missing m
                  JOIN pg_type t ON t.typnamespace = m.oid AND t.typname = m.name
                 WHERE t.typrelid = 0 AND t.typcategory <> 'A'
                UNION ALL
                SELECT m.namespace, m.name, c.relkind::text, NULL, c.relname
                  FROM missing m
                  JOIN pg_class c ON c.relnamespace = m.oid AND lower(c.relname) = lower(m.name)
                 WHERE EXISTS (SELECT FROM missing) AND c.relkind IN ('r', 'p') AND c.relname <> m.name"""
                .formatted(TABLE_OIDS, wanted.sql(), sequences);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        String lookAlike = row.getString(5);
        if (row.getString(3).equals("type")) {
            // A table and a view have a row type of their name; an index has none.
            if (tables.contains(name) || views.contains(name)) {
                holders.putIfAbsent(name, "a type");
            }
        } else if (lookAlike == null) {
            holders.put(name, describe(row.getString(3), row.getString(4)));
        } else if (tables.contains(name) && !tables.contains(name.sibling(lookAlike))) {
            holders.putIfAbsent(name, "a table \"" + lookAlike + "\", the same but for capital letters");
        }
    }

    private static String relations(Names names, String kind) {
        return "SELECT c.relnamespace, c.relname FROM " + names.sql()
                + " AS d(namespace, name) JOIN pg_namespace n ON n.nspname = d.namespace"
                + " JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name AND c.relkind = '" + kind + "'";
    }

    /** What holds the name of a view that is there. */
    static String describe(NamedQuery view) {
        return describe(view instanceof MaterializedView ? "m" : "v", "");
    }

    static String describe(String kind, String owner) {
        return switch (kind) {
            case "r", "p" -> TABLE;
            case "v" -> "a view";
            case "m" -> "a materialized view";
            case "S" -> "a sequence";
            case "f" -> "a foreign table";
            case "c" -> "a composite type";
            case "i", "I" -> "an index on " + owner;
            default -> "a relation of kind " + kind;
        };
    }
}
