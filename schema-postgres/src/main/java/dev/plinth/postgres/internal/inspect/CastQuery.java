package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The casts that somebody created, of whatever types, as a cast has no name: not those of PostgreSQL, extensions and range types. */
final class CastQuery extends ObjectQuery {

    /** The namespace of {@code s} and {@code t}, source and target of a cast, in which the model has it. */
    static final String HOME = "CASE WHEN " + isCreated("t") + " THEN t.typnamespace WHEN " + isCreated("s")
            + " THEN s.typnamespace ELSE to_regnamespace('public') END";

    private final List<Live<Cast>> casts = new ArrayList<>();

    CastQuery(Scope scope) {
        super(scope.named(Cast.class));
    }

    @Override
    public String sql() {
        return """
                SELECT format_type(s.oid, NULL), %s, format_type(t.oid, NULL), %s, c.castmethod::text, c.castcontext::text,
                       n.nspname, p.proname, a.types, a.extensions
                  FROM pg_cast c
                  JOIN pg_type s ON s.oid = c.castsource
                  JOIN pg_type t ON t.oid = c.casttarget
                  LEFT JOIN pg_proc p ON p.oid = c.castfunc
                  LEFT JOIN pg_namespace n ON n.oid = p.pronamespace
                 %s
                 WHERE c.oid >= 16384 AND %s %s
                 ORDER BY 1, 3"""
                .formatted(
                        TypeColumns.extensionOf("s.oid", "s"),
                        TypeColumns.extensionOf("t.oid", "t"),
                        TargetSource.ARGUMENTS,
                        Membership.isNone("pg_cast", "c.oid"),
                        names.whole().isEmpty() ? "" : "AND " + touches(names.whole()));
    }

    /** Whether the types, the function {@code p} or the home of a cast are in these namespaces. */
    static String touches(Set<String> namespaces) {
        return "EXISTS (SELECT FROM pg_namespace x WHERE x.nspname = ANY ("
                + ArrayLiterals.names(List.copyOf(namespaces))
                + ") AND x.oid IN (s.typnamespace, t.typnamespace, p.pronamespace, " + HOME + "))";
    }

    private static String isCreated(String type) {
        return type + ".oid >= 16384 AND (" + TypeColumns.extensionOf(type + ".oid", type) + ") IS NULL";
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String function = row.getString(8);
        casts.add(Live.usable(new Cast(
                LiveTypes.read(row.getString(1), row.getString(2)),
                LiveTypes.read(row.getString(3), row.getString(4)),
                method(row.getString(5)),
                function == null
                        ? null
                        : new ObjectName(
                                ObjectName.Catalog.ROUTINE,
                                new QualifiedName(row.getString(7), function),
                                TargetSource.arguments(row, 9, 10)),
                context(row.getString(6)),
                List.of(),
                null)));
    }

    private static Cast.Method method(String letter) throws SQLException {
        return switch (letter) {
            case "f" -> Cast.Method.FUNCTION;
            case "b" -> Cast.Method.BINARY;
            case "i" -> Cast.Method.INOUT;
            default -> throw new SQLException("unexpected method of a cast: " + letter);
        };
    }

    private static Cast.Context context(String letter) throws SQLException {
        return switch (letter) {
            case "e" -> Cast.Context.EXPLICIT;
            case "a" -> Cast.Context.ASSIGNMENT;
            case "i" -> Cast.Context.IMPLICIT;
            default -> throw new SQLException("unexpected context of a cast: " + letter);
        };
    }

    @Override
    List<Live<Cast>> objects() {
        return casts;
    }
}
