package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arguments of a routine.
 *
 * @param modes as many as there are arguments; none where all of them are IN
 * @param names as many as there are arguments; none where none has a name
 */
record RoutineColumns(List<String> modes, List<String> names, List<ColumnType> types) {

    /** A query for the four lists, beside {@code pg_proc p}, and the numbers of the arguments in a fifth. */
    static final String ARGUMENTS = """
            SELECT array_agg(coalesce(p.proargmodes[i]::text, 'i') ORDER BY i) AS modes,
                   array_agg(coalesce(p.proargnames[i], '') ORDER BY i) AS names,
                   array_agg(format_type(t.oid, NULL) ORDER BY i) AS types,
                   array_agg((%s)::text ORDER BY i) AS extensions,
                   array_agg(pg_get_function_arg_default(p.oid, i) ORDER BY i) AS defaults
              FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(type, place)
             CROSS JOIN LATERAL (SELECT u.place::integer) AS o(i)
              JOIN pg_type t ON t.oid = u.type""".formatted(TypeColumns.extensionOf("t.oid", "t"));

    /** The qualified name of a routine, as SQL; null where there is none. */
    static String nameOf(String oid) {
        return "(SELECT quote_ident(q.nspname) || '.' || quote_ident(f.proname) FROM pg_proc f"
                + " JOIN pg_namespace q ON q.oid = f.pronamespace WHERE f.oid = " + oid + ")";
    }

    /** @param first the first of the four columns */
    static RoutineColumns read(ResultSet row, int first) throws SQLException {
        List<String> types = Texts.strings(row, first + 2);
        List<String> extensions = Texts.strings(row, first + 3);
        return new RoutineColumns(
                Texts.strings(row, first),
                Texts.strings(row, first + 1),
                IntStream.range(0, types.size())
                        .mapToObj(place -> LiveTypes.read(types.get(place), extensions.get(place)))
                        .toList());
    }

    /** @param defaults as many as there are arguments, or none at all */
    List<Argument> arguments(List<String> defaults) {
        List<Argument> arguments = new ArrayList<>();
        for (int place = 0; place < types.size(); place++) {
            String text = defaults.isEmpty() ? null : defaults.get(place);
            arguments.add(new Argument(
                    names.isEmpty() ? "" : names.get(place),
                    mode(modes.isEmpty() ? "i" : modes.get(place)),
                    types.get(place),
                    text == null ? null : new Expression.Sql(Parentheses.strip(text))));
        }
        return arguments;
    }

    /** The types by which the routine is found. */
    List<ColumnType> inputTypes() {
        return arguments(List.of()).stream().filter(it -> it.mode().isInput()).map(Argument::type).toList();
    }

    private static Argument.Mode mode(String letter) {
        return switch (letter) {
            case "o" -> Argument.Mode.OUT;
            case "b" -> Argument.Mode.INOUT;
            case "v" -> Argument.Mode.VARIADIC;
            case "t" -> Argument.Mode.TABLE;
            default -> Argument.Mode.IN;
        };
    }
}
