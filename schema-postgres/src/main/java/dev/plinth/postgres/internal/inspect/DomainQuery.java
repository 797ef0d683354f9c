package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared domains that exist. NOT NULL is an attribute, so its constraint of PostgreSQL 18 is left out. */
final class DomainQuery extends ObjectQuery {

    private final List<Live<DomainType>> domains = new ArrayList<>();
    final Map<Long, DomainType> byOid = new LinkedHashMap<>();

    DomainQuery(Scope scope) {
        super(scope.named(DomainType.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), %s, t.typnotnull,
                       pg_get_expr(t.typdefaultbin, 0), %s, k.names, k.conditions, k.valid, t.oid
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = d.name AND t.typtype = 'd' %s
                  JOIN pg_type b ON b.oid = t.typbasetype
                 CROSS JOIN LATERAL (
                       SELECT coalesce(array_agg(c.conname::text ORDER BY c.conname), '{}') AS names,
                              array_agg(pg_get_expr(c.conbin, 0) ORDER BY c.conname) AS conditions,
                              array_agg(c.convalidated::text ORDER BY c.conname) AS valid
                         FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c') AS k
                 ORDER BY 1, 2"""
                .formatted(
                        TypeColumns.extensionOf("t.typbasetype", "b"),
                        TypeColumns.collation("t.typcollation", "b.typcollation"),
                        names.sql(),
                        names.andOwn("pg_type", "t.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        String value = row.getString(6);
        DomainType domain = new DomainType(
                name,
                LiveTypes.read(row.getString(3), row.getString(4)),
                QualifiedName.read(String.valueOf(row.getString(7))).orElse(null),
                value == null ? null : new Expression.Sql(Parentheses.strip(value)),
                !row.getBoolean(5),
                checks(Texts.strings(row, 8), Texts.strings(row, 9), Texts.strings(row, 10)),
                null);
        byOid.put(row.getLong(11), domain);
        domains.add(Live.usable(domain));
    }

    private static List<Check> checks(List<String> names, List<String> conditions, List<String> valid) {
        List<Check> checks = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            Expression condition = new Expression.Sql(Parentheses.strip(conditions.get(place)));
            Enforcement enforcement = valid.get(place).equals("false") ? Enforcement.NOT_VALID : Enforcement.ENFORCED;
            checks.add(new Check(names.get(place), condition, false, enforcement, null));
        }
        return checks;
    }

    @Override
    List<Live<DomainType>> objects() {
        return domains;
    }
}
