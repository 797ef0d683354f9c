package dev.plinth.postgres.internal.render;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import dev.plinth.model.sql.RoutineOptions.Volatility;
import dev.plinth.postgres.internal.sql.DollarQuote;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
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
                "CREATE {0} {1}({2}){3} LANGUAGE {4}{5} {6}",
                Parts.raw(function.isProcedure() ? "PROCEDURE" : "FUNCTION"),
                Parts.name(function.name()),
                Parts.raw(arguments(function)),
                Parts.raw(returns(function)),
                Parts.raw(SqlText.word(function.language())),
                Parts.raw(options(function.options())),
                Parts.raw(body(function.body())));
    }

    private static String body(RoutineBody body) {
        return switch (body) {
            case RoutineBody.Text(String text) -> "AS " + DollarQuote.quote(onLinesOfItsOwn(text), "body");
            case RoutineBody.Return(String expression) ->
                "RETURN " + SqlText.parenthesised(new Expression.Sql(expression));
            case RoutineBody.Atomic(List<String> statements) ->
                statements.stream()
                        .map(FunctionRenderer::statement)
                        .collect(Collectors.joining("", "BEGIN ATOMIC\n", "END"));
            case RoutineBody.ObjectFile(String file, String symbol) ->
                "AS " + SqlText.literal(file) + ", " + SqlText.literal(symbol);
        };
    }

    /** The semicolon stands on a line of its own where a comment at the end would hide it. */
    private static String statement(String sql) {
        return "  " + sql.strip() + (sql.contains("--") ? "\n;\n" : ";\n");
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

    private String options(RoutineOptions options) {
        String transforms = options.transforms().stream()
                .map(type -> "FOR TYPE " + types.text(type))
                .collect(Collectors.joining(", "));
        return (transforms.isEmpty() ? "" : " TRANSFORM " + transforms)
                + (options.window() ? " WINDOW" : "")
                + (options.volatility() == Volatility.VOLATILE ? "" : " " + options.volatility())
                + (options.leakproof() ? " LEAKPROOF" : "")
                + (options.strict() ? " STRICT" : "")
                + (options.securityDefiner() ? " SECURITY DEFINER" : "")
                + (options.parallel() == Parallel.UNSAFE ? "" : " PARALLEL " + options.parallel())
                + (options.cost() == null ? "" : " COST " + options.cost().toPlainString())
                + (options.rows() == null ? "" : " ROWS " + options.rows())
                + (options.support() == null ? "" : " SUPPORT " + SqlText.qualified(options.support()))
                + options.settings().stream().map(FunctionRenderer::setting).collect(Collectors.joining());
    }

    private static String setting(RoutineOptions.Setting setting) {
        return " SET " + SqlText.identifier(setting.name()) + " TO "
                + setting.values().stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }

    /** The query that finds a routine by its name and the types of its arguments. */
    String probe(QualifiedName name, List<ColumnType> inputTypes) {
        if (!inputTypes.isEmpty()) {
            String input = inputTypes.stream().map(types::text).collect(Collectors.joining(", "));
            return "SELECT FROM pg_catalog.pg_proc WHERE oid = pg_catalog.to_regprocedure("
                    + SqlText.literal(SqlText.qualified(name) + "(" + input + ")") + ")";
        }
        return "SELECT FROM pg_catalog.pg_proc WHERE pronamespace = "
                + SqlText.literal(SqlText.identifier(name.namespace()))
                + "::pg_catalog.regnamespace AND proname = " + SqlText.literal(name.name())
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
