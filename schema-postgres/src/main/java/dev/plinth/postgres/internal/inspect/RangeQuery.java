package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.RangeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The declared range types that exist. The operator class and the collation that a subtype has anyway are left out. */
final class RangeQuery extends ObjectQuery {

    private final List<Live<RangeType>> ranges = new ArrayList<>();

    RangeQuery(Scope scope) {
        super(scope.named(RangeType.class));
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, t.typname, format_type(r.rngsubtype, NULL), %s, %s,
                       CASE WHEN NOT o.opcdefault THEN quote_ident(p.nspname) || '.' || quote_ident(o.opcname) END,
                       %s,
                       u.nspname, m.typname, nullif(r.rngcanonical::oid, 0)::regprocedure::text
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = d.name AND t.typtype = 'r' %s
                  JOIN pg_range r ON r.rngtypid = t.oid
                  JOIN pg_type s ON s.oid = r.rngsubtype
                  JOIN pg_opclass o ON o.oid = r.rngsubopc
                  JOIN pg_namespace p ON p.oid = o.opcnamespace
                  JOIN pg_type m ON m.oid = r.rngmultitypid
                  JOIN pg_namespace u ON u.oid = m.typnamespace
                 ORDER BY 1, 2"""
                .formatted(
                        TypeColumns.extensionOf("r.rngsubtype", "s"),
                        TypeColumns.collation("r.rngcollation", "s.typcollation"),
                        RoutineColumns.nameOf("r.rngsubdiff"),
                        names.sql(),
                        names.andOwn("pg_type", "t.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        RangeType range = new RangeType(
                new QualifiedName(row.getString(1), row.getString(2)),
                LiveTypes.read(row.getString(3), row.getString(4)),
                Texts.name(row.getString(6)),
                Texts.name(row.getString(5)),
                Texts.name(row.getString(7)),
                new QualifiedName(row.getString(8), row.getString(9)),
                null);
        String canonical = row.getString(10);
        List<String> unmodelled = canonical == null ? List.of() : List.of("CANONICAL " + canonical);
        ranges.add(new Live<>(range, Live.State.USABLE, unmodelled));
    }

    @Override
    List<Live<RangeType>> objects() {
        return ranges;
    }
}
