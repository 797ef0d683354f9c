package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.EnumType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared enumerated types that exist, with their labels in order. */
final class EnumQuery extends ObjectQuery {

    private final List<Live<EnumType>> types = new ArrayList<>();

    EnumQuery(Scope scope) {
        super(scope.named(EnumType.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, t.typname, ARRAY(
                           SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = d.name AND t.typtype = 'e' %s
                 ORDER BY 1, 2"""
                .formatted(names.sql(), names.andOwn("pg_type", "t.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        types.add(Live.usable(new EnumType(name, Texts.strings(row, 3), null)));
    }

    @Override
    List<Live<EnumType>> objects() {
        return types;
    }
}
