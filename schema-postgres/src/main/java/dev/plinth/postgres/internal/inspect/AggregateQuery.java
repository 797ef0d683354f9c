package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Aggregate.Kind;
import dev.plinth.model.sql.AggregateState;
import dev.plinth.model.sql.AggregateState.Last;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The live aggregates with the names of declared ones, all overloads, and what else is called so. */
final class AggregateQuery extends ObjectQuery {

    private static final String FUNCTIONS = Stream.of("a.aggtransfn", "a.aggfinalfn", "a.aggcombinefn",
            "a.aggserialfn", "a.aggdeserialfn", "a.aggmtransfn", "a.aggminvtransfn", "a.aggmfinalfn")
            .map(RoutineColumns::nameOf)
            .collect(Collectors.joining(", ", "ARRAY[", "]"));

    private final List<Live<Aggregate>> aggregates = new ArrayList<>();
    final RoutineHolders holders = new RoutineHolders();

    AggregateQuery(Scope scope) {
        super(scope.named(Aggregate.class));
    }

    @Override
    List<Live<Aggregate>> objects() {
        return aggregates;
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, p.proname, p.prokind, r.modes, r.names, r.types, r.extensions, p.proparallel,
                       a.aggkind, a.aggnumdirectargs, %s, format_type(a.aggtranstype, NULL), %s, a.aggtransspace,
                       a.agginitval, a.aggfinalextra, a.aggfinalmodify, format_type(nullif(a.aggmtranstype, 0), NULL),
                       %s, a.aggmtransspace, a.aggminitval, a.aggmfinalextra, a.aggmfinalmodify,
                       (SELECT coalesce(%s, '') || ' ' || o.oprname || ' ' || s.nspname
                          FROM pg_operator o JOIN pg_namespace s ON s.oid = o.oprnamespace
                         WHERE o.oid = a.aggsortop)
                  FROM %s AS d(namespace, name)
                  JOIN pg_namespace n ON n.nspname = d.namespace
                  JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = d.name
                  LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
                  LEFT JOIN pg_type t ON t.oid = a.aggtranstype
                  LEFT JOIN pg_type m ON m.oid = a.aggmtranstype
                 CROSS JOIN LATERAL (%s) AS r
                 WHERE true %s
                 ORDER BY 1, 2, p.proargtypes::text"""
                .formatted(
                        FUNCTIONS,
                        TypeColumns.extensionOf("a.aggtranstype", "t"),
                        TypeColumns.extensionOf("a.aggmtranstype", "m"),
                        Membership.extensionOf("pg_operator", "o.oid"),
                        names.sql(),
                        RoutineColumns.ARGUMENTS,
                        names.andOwn("pg_proc", "p.oid"));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        RoutineColumns arguments = RoutineColumns.read(row, 4);
        if (!row.getString(3).equals("a")) {
            holders.add(name, arguments, row.getString(3));
            return;
        }
        List<String> functions = Texts.strings(row, 11);
        String operator = row.getString(24);
        Kind kind = kind(row.getString(9));
        Aggregate aggregate = new Aggregate(
                name,
                kind,
                arguments(kind, row.getInt(10), arguments.arguments(List.of())),
                row.getInt(10),
                state(row, 12, functions.get(0), functions.get(1)),
                functions.get(5) == null
                        ? null
                        : new Aggregate.Moving(
                                state(row, 18, functions.get(5), functions.get(7)), name(functions.get(6))),
                new Aggregate.Partial(
                        Texts.name(functions.get(2)), Texts.name(functions.get(3)), Texts.name(functions.get(4))),
                operator == null ? null : operator(operator),
                FunctionQuery.parallel(row.getString(8)),
                List.of(),
                null);
        aggregates.add(Live.usable(aggregate));
    }

    /** VARIADIC on both sides of ORDER BY is stored once. */
    private static List<Argument> arguments(Kind kind, int direct, List<Argument> stored) {
        return kind != Kind.ORDINARY && direct == stored.size()
                ? Stream.concat(stored.stream(), Stream.of(stored.getLast())).toList()
                : stored;
    }

    /** @param first the first of its six columns */
    private static AggregateState state(ResultSet row, int first, String function, @Nullable String last)
            throws SQLException {
        ColumnType type = LiveTypes.read(row.getString(first), row.getString(first + 1));
        Modify modify = switch (row.getString(first + 5)) {
            case "s" -> Modify.SHAREABLE;
            case "w" -> Modify.READ_WRITE;
            default -> Modify.READ_ONLY;
        };
        return new AggregateState(
                name(function),
                type,
                row.getInt(first + 2),
                row.getString(first + 3),
                last == null ? null : new Last(name(last), row.getBoolean(first + 4), modify));
    }

    private static Kind kind(String letter) {
        return switch (letter) {
            case "o" -> Kind.ORDERED_SET;
            case "h" -> Kind.HYPOTHETICAL_SET;
            default -> Kind.ORDINARY;
        };
    }

    private static Operator operator(String text) {
        return ConstraintQuery.operators(List.of(text)).getFirst();
    }

    private static QualifiedName name(String text) {
        return QualifiedName.read(text).orElseThrow();
    }
}
