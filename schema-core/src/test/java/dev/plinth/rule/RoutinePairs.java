package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.rowOf;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.FunctionBuilder;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.function.Consumer;

/** Functions and procedures. */
final class RoutinePairs {

    private static final View SEEN = view("seen", "SELECT 1 AS a");

    private static final MaterializedView SUMS = materializedView("sums", "SELECT 1 AS a");

    private static final Table LOG = table("log", t -> t.column("id", integer()));

    private RoutinePairs() {}

    static List<Pair> pairs() {
        return List.of(
                pair("a type with a length", "f(character varying(5))",
                        f -> f.returns(text()).argument("a", varchar(5)),
                        f -> f.returns(text()).argument("a", text())),
                pair("one name twice", "f(text, text)",
                        f -> {
                            f.returns(text()).argument("a", text());
                            f.argument("a", text());
                        },
                        f -> {
                            f.returns(text()).argument("a", text());
                            f.argument("b", text());
                        }),
                pair("a default before none", "f(integer, integer)",
                        f -> {
                            f.returns(text()).argument("a", integer()).defaultTo(literal(1));
                            f.argument("b", integer());
                        },
                        f -> {
                            f.returns(text()).argument("a", integer());
                            f.argument("b", integer()).defaultTo(literal(1));
                        }),
                pair("VARIADIC without an array", "f(integer)",
                        f -> f.returns(text()).variadic("a", integer()),
                        f -> f.returns(text()).variadic("a", arrayOf(integer()))),
                pair("VARIADIC in the middle", "f(integer[], integer)",
                        f -> {
                            f.returns(text()).variadic("a", arrayOf(integer()));
                            f.argument("b", integer());
                        },
                        f -> {
                            f.returns(text()).argument("b", integer());
                            f.variadic("a", arrayOf(integer()));
                        }),
                pair("a default that goes out", "f()",
                        f -> f.out("a", integer()).defaultTo(literal(1)), f -> f.out("a", integer())),
                pair("two results", "f()",
                        f -> f.returns(text()).out("a", integer()), f -> f.out("a", integer())),
                pair("rows of one row", "f()",
                        f -> f.returns(text()).rows(5), f -> f.returnsSetOf(text()).rows(5)),
                pair("a cost of nothing", "f()", f -> f.returnsSetOf(text()).cost(0),
                        f -> f.returnsSetOf(text()).cost(1)),
                pair("rows below one", "f()", f -> f.returnsSetOf(text()).rows(0), f -> f.returnsSetOf(text()).rows(1)),
                Pair.schemas("a function of a type that is not there",
                        () -> Pair.schema(with(f -> f.returns(rowOf(LOG)).argument("a", arrayOf(rowOf(LOG))))),
                        "ERROR f(log[]) UnknownName",
                        () -> Pair.schema(with(f -> f.returns(rowOf(LOG)).argument("a", arrayOf(rowOf(LOG)))), LOG)),
                Pair.schemas("a function of the rows of a view that is not there",
                        () -> Pair.schema(with(f -> f.returns(rowOf(SEEN)).argument("a", arrayOf(rowOf(SUMS))))),
                        """
                        ERROR f(sums[]) UnknownName
                        ERROR f(sums[]) UnknownName""",
                        () -> Pair.schema(
                                with(f -> f.returns(rowOf(SEEN)).argument("a", arrayOf(rowOf(SUMS)))), SEEN, SUMS)),
                Pair.of("an argument whose name is too long",
                        () -> with(f -> f.returns(text()).argument("ä".repeat(32), text())),
                        "ERROR f(text) IdentifierLength",
                        () -> with(f -> f.returns(text()).argument("ä".repeat(31) + "a", text()))),
                Pair.of("defaults that are no expressions",
                        () -> with(f -> {
                            f.returns(text()).argument("a", integer()).defaultTo(sql("1); DROP TABLE t; --"));
                            f.argument("b", integer()).defaultTo(sql("DEFAULT 1"));
                            f.argument("c", integer()).defaultTo(sql(" "));
                        }),
                        """
                        ERROR f(integer, integer, integer) BlankSql
                        ERROR f(integer, integer, integer) EndlessSql
                        ERROR f(integer, integer, integer) RepeatedClause""",
                        () -> with(
                                f -> f.returns(text()).argument("a", integer()).defaultTo(sql("(1) + length(';')")))),
                pair("a set of nothing said", "f()", f -> f.returnsSetOfRecord(),
                        f -> f.returnsSetOfRecord().out("a", integer())),
                Pair.of("a procedure with a table",
                        () -> withTable(procedure("p", p -> p.language("sql").body("SELECT"))),
                        "ERROR p() RoutineArguments",
                        () -> procedure("p", p -> p.language("sql").body("SELECT"))));
    }

    private static Function withTable(Function procedure) {
        return procedure.with(
                List.of(new Argument("a", Argument.Mode.TABLE, integer(), null)), null, procedure.options());
    }

    private static Pair pair(
            String title, String subject, Consumer<FunctionBuilder> bad, Consumer<FunctionBuilder> inside) {
        return Pair.of(
                "a function: " + title,
                () -> with(bad),
                "ERROR " + subject + " RoutineArguments",
                () -> with(inside));
    }

    private static Function with(Consumer<FunctionBuilder> definition) {
        return function("f", f -> {
            f.language("sql").body("SELECT 1");
            definition.accept(f);
        });
    }
}
