package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.ObjectName.Catalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What has the names of the declared types. A table, view or composite type has a type of its name. */
final class TypeNameQuery implements CatalogQuery {

    private final Names names;
    final Map<ObjectName, String> holders = new HashMap<>();

    TypeNameQuery(Scope scope) {
        this.names = scope.types();
    }

    @Override
    public boolean isWanted() {
        return !names.isEmpty();
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, t.typname, t.typtype::text, c.relkind::text
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = d.name
                  LEFT JOIN pg_class c ON c.oid = t.typrelid"""
                .formatted(names.sql());
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        holders.put(new ObjectName(Catalog.TYPE, name), describe(row.getString(3), row.getString(4)));
    }

    private static String describe(String kind, String relationKind) {
        return switch (kind) {
            case "e" -> "an enum type";
            case "d" -> "a domain";
            case "r" -> "a range type";
            case "m" -> "a multirange type";
            case "c" -> RelationQuery.describe(relationKind, "");
            default -> "a type";
        };
    }
}
