package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import dev.plinth.model.sql.RoutineOptions.Volatility;
import dev.plinth.postgres.internal.sql.DollarQuote;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Functions and procedures. A template: jOOQ's CREATE FUNCTION is for bodies it translates itself. */
final class FunctionRenderer {

    private final TypeRenderer types;

    FunctionRenderer(TypeRenderer types) {
        this.types = types;
    }

    /** Never OR REPLACE: that would change a function that exists. */
    QueryPart create(Function function) {
        return DSL.query(
                "CREATE {0} {1}({2}){3} LANGUAGE {4}{5} AS {6}",
                Parts.raw(function.isProcedure() ? "PROCEDURE" : "FUNCTION"),
                Parts.name(function.name()),
                Parts.raw(arguments(function)),
                Parts.raw(returns(function)),
                Parts.raw(SqlText.word(function.language())),
                Parts.raw(options(function.options())),
                Parts.raw(DollarQuote.quote(onLinesOfItsOwn(function.body()), "body")));
    }

    private String arguments(Function function) {
        return function.arguments().stream()
                .filter(it -> it.mode() != Mode.TABLE)
                .map(this::argument)
                .collect(Collectors.joining(", "));
    }

    private String argument(Argument argument) {
        return (argument.mode() == Mode.IN ? "" : argument.mode() + " ")
                + (argument.name().isEmpty() ? "" : SqlText.identifier(argument.name()) + " ")
                + types.text(argument.type())
                + (argument.defaultValue() == null ? "" : " DEFAULT " + SqlText.defaultValue(argument.defaultValue()));
    }

    private String returns(Function function) {
        Function.Result result = function.result();
        if (result == null) {
            return "";
        }
        String table = function.arguments().stream()
                .filter(it -> it.mode() == Mode.TABLE)
                .map(it -> SqlText.identifier(it.name()) + " " + types.text(it.type()))
                .collect(Collectors.joining(", "));
        if (!table.isEmpty()) {
            return " RETURNS TABLE (" + table + ")";
        }
        if (result.type() == null) {
            return result.setOf() ? " RETURNS SETOF record" : "";
        }
        return " RETURNS " + (result.setOf() ? "SETOF " : "") + types.text(result.type());
    }

    private static String options(RoutineOptions options) {
        return (options.volatility() == Volatility.VOLATILE ? "" : " " + options.volatility())
                + (options.leakproof() ? " LEAKPROOF" : "")
                + (options.strict() ? " STRICT" : "")
                + (options.securityDefiner() ? " SECURITY DEFINER" : "")
                + (options.parallel() == Parallel.UNSAFE ? "" : " PARALLEL " + options.parallel())
                + (options.cost() == null ? "" : " COST " + options.cost())
                + (options.rows() == null ? "" : " ROWS " + options.rows())
                + options.settings().stream().map(FunctionRenderer::setting).collect(Collectors.joining());
    }

    private static String setting(RoutineOptions.Setting setting) {
        return " SET " + SqlText.identifier(setting.name()) + " TO "
                + setting.values().stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }

    /** The query that finds the function by its name and the types of its arguments. */
    String probe(Function function) {
        if (!function.inputTypes().isEmpty()) {
            String input = function.inputTypes().stream().map(types::text).collect(Collectors.joining(", "));
            return "SELECT FROM pg_catalog.pg_proc WHERE oid = pg_catalog.to_regprocedure("
                    + SqlText.literal(SqlText.qualified(function.name()) + "(" + input + ")") + ")";
        }
        return "SELECT FROM pg_catalog.pg_proc WHERE pronamespace = "
                + SqlText.literal(SqlText.identifier(function.name().namespace()))
                + "::pg_catalog.regnamespace AND proname = " + SqlText.literal(function.name().name())
                + " AND pronargs = 0";
    }

    /** A body of several lines between line breaks, as people write it; outer blank lines mean nothing. */
    private static String onLinesOfItsOwn(String body) {
        if (!body.contains("\n")) {
            return body;
        }
        return (body.startsWith("\n") ? "" : "\n") + body + (body.endsWith("\n") ? "" : "\n");
    }
}
