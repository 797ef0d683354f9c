package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.CompositeType.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared composite types that exist, a row an attribute; one without attributes has a row without. */
final class CompositeQuery extends ObjectQuery {

    private final Map<QualifiedName, List<Attribute>> attributes = new LinkedHashMap<>();

    CompositeQuery(Scope scope) {
        super(scope.named(CompositeType.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), %s, %s
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name AND c.relkind = 'c' %s
                  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  LEFT JOIN pg_type t ON t.oid = a.atttypid
                 ORDER BY 1, 2, a.attnum"""
                .formatted(
                        TypeColumns.extensionOf("a.atttypid", "t"),
                        TypeColumns.collation("a.attcollation", "t.typcollation"),
                        names.sql(),
                        names.andOwn("pg_type", "c.reltype"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        List<Attribute> ofType = attributes.computeIfAbsent(name, key -> new ArrayList<>());
        if (row.getString(3) != null) {
            ofType.add(new Attribute(
                    row.getString(3),
                    LiveTypes.read(row.getString(4), row.getString(5)),
                    QualifiedName.read(String.valueOf(row.getString(6))).orElse(null)));
        }
    }

    @Override
    List<Live<CompositeType>> objects() {
        return attributes.entrySet().stream()
                .map(type -> Live.usable(new CompositeType(type.getKey(), type.getValue(), null)))
                .toList();
    }
}
