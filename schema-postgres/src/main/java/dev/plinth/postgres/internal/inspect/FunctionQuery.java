package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The live functions and procedures with the names of declared ones, all overloads: the types tell which is which. */
final class FunctionQuery extends ObjectQuery {

    private final List<Live<Function>> functions = new ArrayList<>();

    FunctionQuery(Scope scope) {
        super(scope.functions());
    }

    @Override
    List<Live<Function>> objects() {
        return functions;
    }

    /** For each argument its mode, name and type, the extension of the type, and its default; arrays of equal length. */
    @Override
    public String sql() {
        return """
                SELECT n.nspname, p.proname, format_type(p.prorettype, NULL), l.lanname, p.prosrc, p.prokind, p.proretset,
                       p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel, p.proconfig,
                       p.prosrc IS NULL OR p.probin IS NOT NULL, p.prosqlbody IS NOT NULL,
                       nullif(p.procost, CASE WHEN l.lanname IN ('c', 'internal') THEN 1 ELSE 100 END)::integer,
                       nullif(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END)::integer,
                       a.modes, a.names, a.types, a.extensions, a.defaults,
                       %s
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name
                  JOIN pg_language l ON l.oid = p.prolang
                  JOIN pg_type r ON r.oid = p.prorettype
                 CROSS JOIN LATERAL (
                       SELECT array_agg(coalesce(p.proargmodes[i]::text, 'i') ORDER BY i) AS modes,
                              array_agg(coalesce(p.proargnames[i], '') ORDER BY i) AS names,
                              array_agg(format_type(t.oid, NULL) ORDER BY i) AS types,
                              array_agg((%s)::text ORDER BY i) AS extensions,
                              array_agg(pg_get_function_arg_default(p.oid, i) ORDER BY i) AS defaults
                         FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(type, place)
                        CROSS JOIN LATERAL (SELECT u.place::integer) AS o(i)
                         JOIN pg_type t ON t.oid = u.type) AS a
                 WHERE p.prokind IN ('f', 'p')
                 ORDER BY 1, 2, p.proargtypes::text"""
                .formatted(
                        TypeColumns.extensionOf("r.oid", "r"), names.sql(), TypeColumns.extensionOf("t.oid", "t"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        List<Argument> arguments = arguments(row);
        Function function = new Function(
                new QualifiedName(row.getString(1), row.getString(2)),
                arguments,
                result(row, arguments),
                row.getString(4),
                row.getString(5),
                options(row),
                List.of(),
                null);
        functions.add(new Live<>(function, Live.State.USABLE, unmodelled(row)));
    }

    private static List<Argument> arguments(ResultSet row) throws SQLException {
        List<String> modes = Texts.strings(row, 18);
        List<String> argumentNames = Texts.strings(row, 19);
        List<String> types = Texts.strings(row, 20);
        List<String> extensions = Texts.strings(row, 21);
        List<String> defaults = Texts.strings(row, 22);
        List<Argument> arguments = new ArrayList<>();
        for (int place = 0; place < modes.size(); place++) {
            String text = defaults.get(place);
            arguments.add(new Argument(
                    argumentNames.get(place),
                    mode(modes.get(place)),
                    LiveTypes.read(types.get(place), extensions.get(place)),
                    text == null ? null : new Expression.Sql(Parentheses.strip(text))));
        }
        return arguments;
    }

    private static Argument.Mode mode(String letter) throws SQLException {
        return switch (letter) {
            case "i" -> Argument.Mode.IN;
            case "o" -> Argument.Mode.OUT;
            case "b" -> Argument.Mode.INOUT;
            case "v" -> Argument.Mode.VARIADIC;
            case "t" -> Argument.Mode.TABLE;
            default -> throw new SQLException("unexpected mode of an argument: " + letter);
        };
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
        return new RoutineOptions(
                switch (row.getString(8)) {
                    case "i" -> RoutineOptions.Volatility.IMMUTABLE;
                    case "s" -> RoutineOptions.Volatility.STABLE;
                    default -> RoutineOptions.Volatility.VOLATILE;
                },
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                switch (row.getString(12)) {
                    case "s" -> RoutineOptions.Parallel.SAFE;
                    case "r" -> RoutineOptions.Parallel.RESTRICTED;
                    default -> RoutineOptions.Parallel.UNSAFE;
                },
                row.getObject(16, Integer.class),
                row.getObject(17, Integer.class),
                Texts.strings(row, 13).stream().map(LiveSettings::read).toList());
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        if (row.getBoolean(14)) {
            phrases.add("a body in an object file");
        }
        if (row.getBoolean(15)) {
            phrases.add("BEGIN ATOMIC");
        }
        return phrases;
    }
}
