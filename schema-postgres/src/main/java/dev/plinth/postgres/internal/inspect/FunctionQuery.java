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

    private static final String TYPES =
            "(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype || p.protrftypes)";

    private final List<Live<Function>> functions = new ArrayList<>();
    final RoutineHolders holders = new RoutineHolders();

    FunctionQuery(Scope scope) {
        super(scope.functions());
    }

    @Override
    List<Live<Function>> objects() {
        return functions;
    }

    /**
     * What is seldom there is looked up where it is: most of the time that such a query takes the server plans it. The types
     * are those of all arguments, then the result, then the transforms.
     */
    @Override
    public String sql() {
        return """
                SELECT n.nspname, p.proname, p.proargmodes::text[], l.lanname, p.prosrc, p.prokind, p.proretset,
                       p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel, p.proconfig,
                       p.probin, CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END,
                       nullif(p.procost, CASE WHEN l.lanname IN ('c', 'internal') THEN 1 ELSE 100 END)::text,
                       nullif(p.prorows, CASE WHEN p.proretset THEN 1000 ELSE 0 END)::integer,
                       p.proargnames, %1$s::regtype[]::text[], %2$s,
                       CASE WHEN p.pronargdefaults > 0 THEN ARRAY(
                           SELECT pg_get_function_arg_default(p.oid, i)
                             FROM generate_series(1, cardinality(coalesce(p.proallargtypes, p.proargtypes::oid[]))) AS i
                            ORDER BY i) END,
                       coalesce(cardinality(p.protrftypes), 0), CASE WHEN p.prosupport <> 0 THEN p.prosupport::text END
                  FROM %3$s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name
                  JOIN pg_language l ON l.oid = p.prolang
                 WHERE true %4$s
                 ORDER BY 1, 2, p.proargtypes::text"""
                .formatted(TYPES, TypeColumns.extensionsOf(TYPES), names.sql(), names.andOwn("pg_proc", "p.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        List<ColumnType> types = types(Texts.strings(row, 19), Texts.strings(row, 20));
        int transforms = types.size() - row.getInt(22);
        RoutineColumns columns = new RoutineColumns(
                Texts.strings(row, 3), Texts.strings(row, 18), types.subList(0, transforms - 1));
        if (row.getString(6).equals("a")) {
            holders.add(name, columns, "a");
            return;
        }
        List<Argument> arguments = columns.arguments(Texts.strings(row, 21));
        functions.add(Live.usable(new Function(
                name,
                arguments,
                result(row, arguments, types.get(transforms - 1)),
                row.getString(4),
                LiveBodies.read(row.getString(5), row.getString(14), row.getString(15)),
                options(row, types.subList(transforms, types.size())),
                List.of(),
                null)));
    }

    /** @param extensions as many as there are types, or none at all */
    private static List<ColumnType> types(List<String> texts, List<String> extensions) {
        return IntStream.range(0, texts.size())
                .mapToObj(
                        place -> LiveTypes.read(texts.get(place), extensions.isEmpty() ? null : extensions.get(place)))
                .toList();
    }

    private static Function.@Nullable Result result(ResultSet row, List<Argument> arguments, ColumnType type)
            throws SQLException {
        if (row.getString(6).equals("p")) {
            return null;
        }
        boolean saidByArguments = arguments.stream()
                .map(Argument::mode)
                .anyMatch(it -> it == Argument.Mode.OUT || it == Argument.Mode.INOUT || it == Argument.Mode.TABLE);
        return new Function.Result(saidByArguments ? null : type, row.getBoolean(7));
    }

    private static RoutineOptions options(ResultSet row, List<ColumnType> transforms) throws SQLException {
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
                support(row.getString(23)),
                transforms);
    }

    /** What is in {@code pg_catalog} is printed without it. */
    private static @Nullable QualifiedName support(@Nullable String name) {
        return name == null ? null : QualifiedName.read(name).orElse(new QualifiedName("pg_catalog", name));
    }

    static RoutineOptions.Parallel parallel(String letter) {
        return switch (letter) {
            case "s" -> RoutineOptions.Parallel.SAFE;
            case "r" -> RoutineOptions.Parallel.RESTRICTED;
            default -> RoutineOptions.Parallel.UNSAFE;
        };
    }
}
