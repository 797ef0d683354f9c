package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The live functions and procedures with the names of declared ones, all overloads: the types tell which is which. */
final class FunctionQuery extends ObjectQuery {

    private final List<Live<Function>> functions = new ArrayList<>();
    final RoutineHolders holders = new RoutineHolders();

    FunctionQuery(Scope scope) {
        super(scope.functions());
    }

    @Override
    List<Live<Function>> objects() {
        return functions;
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, p.proname, format_type(p.prorettype, NULL), l.lanname, p.prosrc, p.prokind, p.proretset,
                       p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel, p.proconfig,
                       p.probin, CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END,
                       nullif(p.procost, CASE WHEN l.lanname IN ('c', 'internal') THEN 1 ELSE 100 END)::text,
                       nullif(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END)::integer,
                       a.modes, a.names, a.types, a.extensions, a.defaults, %s,
                       CASE WHEN p.prosupport <> 0 THEN %s END,
                       t.types, t.extensions
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name
                  JOIN pg_language l ON l.oid = p.prolang
                  JOIN pg_type r ON r.oid = p.prorettype
                 CROSS JOIN LATERAL (%s) AS a
                 CROSS JOIN LATERAL (
                       SELECT array_agg(format_type(t.oid, NULL) ORDER BY u.place) AS types,
                              array_agg((%s)::text ORDER BY u.place) AS extensions
                         FROM unnest(p.protrftypes) WITH ORDINALITY AS u(type, place)
                         JOIN pg_type t ON t.oid = u.type) AS t
                 WHERE true %s
                 ORDER BY 1, 2, p.proargtypes::text"""
                .formatted(
                        TypeColumns.extensionOf("r.oid", "r"),
                        RoutineColumns.nameOf("p.prosupport"),
                        names.sql(),
                        RoutineColumns.ARGUMENTS,
                        TypeColumns.extensionOf("t.oid", "t"),
                        names.andOwn("pg_proc", "p.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        RoutineColumns columns = RoutineColumns.read(row, 18);
        if (row.getString(6).equals("a")) {
            holders.add(name, columns, "a");
            return;
        }
        List<Argument> arguments = columns.arguments(Texts.strings(row, 22));
        functions.add(Live.usable(new Function(
                name,
                arguments,
                result(row, arguments),
                row.getString(4),
                LiveBodies.read(row.getString(5), row.getString(14), row.getString(15)),
                options(row),
                List.of(),
                null)));
    }

    private static Function.@Nullable Result result(ResultSet row, List<Argument> arguments) throws SQLException {
        if (row.getString(6).equals("p")) {
            return null;
        }
        boolean saidByArguments = arguments.stream()
                .map(Argument::mode)
                .anyMatch(it -> it == Argument.Mode.OUT || it == Argument.Mode.INOUT || it == Argument.Mode.TABLE);
        ColumnType type = saidByArguments ? null : LiveTypes.read(row.getString(3), row.getString(23));
        return new Function.Result(type, row.getBoolean(7));
    }

    private static RoutineOptions options(ResultSet row) throws SQLException {
        String cost = row.getString(16);
        return new RoutineOptions(
                switch (row.getString(8)) {
                    case "i" -> RoutineOptions.Volatility.IMMUTABLE;
                    case "s" -> RoutineOptions.Volatility.STABLE;
                    default -> RoutineOptions.Volatility.VOLATILE;
                },
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                parallel(row.getString(12)),
                cost == null ? null : new BigDecimal(cost),
                row.getObject(17, Integer.class),
                Texts.strings(row, 13).stream().map(LiveSettings::read).toList(),
                row.getString(6).equals("w"),
                Texts.name(row.getString(24)),
                transforms(Texts.strings(row, 25), Texts.strings(row, 26)));
    }

    private static List<ColumnType> transforms(List<String> types, List<String> extensions) {
        return IntStream.range(0, types.size())
                .mapToObj(place -> LiveTypes.read(types.get(place), extensions.get(place)))
                .toList();
    }

    static RoutineOptions.Parallel parallel(String letter) {
        return switch (letter) {
            case "s" -> RoutineOptions.Parallel.SAFE;
            case "r" -> RoutineOptions.Parallel.RESTRICTED;
            default -> RoutineOptions.Parallel.UNSAFE;
        };
    }
}
