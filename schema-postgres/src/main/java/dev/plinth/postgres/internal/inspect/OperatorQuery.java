package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserOperator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators with the symbols of declared ones. One without a function is a place that is kept, and no operator yet. */
final class OperatorQuery extends ObjectQuery {

    private final List<Live<UserOperator>> operators = new ArrayList<>();

    OperatorQuery(Scope scope) {
        super(scope.named(UserOperator.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, o.oprname, format_type(l.oid, NULL), %s, format_type(r.oid, NULL), %s, %s, %s, %s, NULL,
                       cn.nspname, c.oprname, gn.nspname, g.oprname, o.oprcanhash, o.oprcanmerge
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_operator o ON o.oprnamespace = n.oid AND o.oprname = d.name AND o.oprcode <> 0
                  LEFT JOIN pg_type l ON l.oid = o.oprleft
                  JOIN pg_type r ON r.oid = o.oprright
                  LEFT JOIN pg_operator c ON c.oid = o.oprcom
                  LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
                  LEFT JOIN pg_operator g ON g.oid = o.oprnegate
                  LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
                 WHERE true %s
                 ORDER BY 1, 2, o.oid"""
                .formatted(
                        TypeColumns.extensionOf("l.oid", "l"),
                        TypeColumns.extensionOf("r.oid", "r"),
                        RoutineColumns.nameOf("o.oprcode"),
                        RoutineColumns.nameOf("o.oprrest"),
                        RoutineColumns.nameOf("o.oprjoin"),
                        names.sql(),
                        names.andOwn("pg_operator", "o.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String left = row.getString(3);
        ColumnType leftType = left == null ? null : LiveTypes.read(left, row.getString(4));
        operators.add(Live.usable(new UserOperator(
                new QualifiedName(row.getString(1), row.getString(2)),
                leftType,
                LiveTypes.read(row.getString(5), row.getString(6)),
                Objects.requireNonNull(Texts.name(row.getString(7))),
                name(row, 11),
                name(row, 13),
                new UserOperator.Estimates(
                        Texts.name(row.getString(8)), Texts.name(row.getString(9)), row.getBoolean(15),
                        row.getBoolean(16)),
                List.of(),
                null)));
    }

    private static @Nullable QualifiedName name(ResultSet row, int namespaceColumn) throws SQLException {
        String namespace = row.getString(namespaceColumn);
        return namespace == null ? null : new QualifiedName(namespace, row.getString(namespaceColumn + 1));
    }

    @Override
    List<Live<UserOperator>> objects() {
        return operators;
    }
}
