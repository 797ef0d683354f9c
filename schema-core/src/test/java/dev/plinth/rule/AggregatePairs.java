package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.AggregateBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Function;
import java.util.List;
import java.util.function.Consumer;

/** Aggregates, and bodies of functions. */
final class AggregatePairs {

    private static final QualifiedName STEP = namespace("pg_catalog").named("int4pl");

    private AggregatePairs() {}

    static List<Pair> pairs() {
        return List.of(
                pair("a serialfunc alone", "g()",
                        a -> a.stype(nativeType("internal")).serialfunc(STEP),
                        a -> a.stype(nativeType("internal")).serialfunc(STEP).deserialfunc(STEP)),
                pair("a deserialfunc alone", "g()",
                        a -> a.stype(nativeType("internal")).deserialfunc(STEP),
                        a -> a.stype(nativeType("internal"))),
                pair("a serialfunc for a state that needs none", "g()",
                        a -> a.stype(integer()).serialfunc(STEP).deserialfunc(STEP), a -> a.stype(integer())),
                pair("a sortop of two arguments", "g(integer, integer)",
                        a -> a.stype(integer()).argument("a", integer()).argument("b", integer()).sortop("<"),
                        a -> a.stype(integer()).argument("a", integer()).sortop("<")),
                pair("VARIADIC without an array", "g(integer)",
                        a -> a.stype(integer()).variadic("a", integer()),
                        a -> a.stype(integer()).variadic("a", arrayOf(integer()))),
                pair("a type with a length", "g(character varying(5))",
                        a -> a.stype(integer()).argument("a", varchar(5)),
                        a -> a.stype(integer()).argument("a", text())),
                pair("one name twice", "g(text, text)",
                        a -> a.stype(integer()).argument("a", text()).argument("a", text()),
                        a -> a.stype(integer()).argument("a", text()).argument("", text()).argument("", text())),
                pair("a hypothetical set of other types", "g(text, integer)",
                        a -> a.stype(integer()).argument("a", text()).orderBy("b", integer()).hypothetical(),
                        a -> a.stype(integer()).argument("a", integer()).orderBy("b", integer()).hypothetical()),
                Pair.of("a body in SQL for another language",
                        () -> function("f", f -> f.returns(text()).language("plpgsql").returnExpression("1")),
                        "ERROR f() FunctionBody",
                        () -> function("f", f -> f.returns(text()).language("sql").returnExpression("1"))),
                Pair.of("an object file for another language",
                        () -> function("f", f -> f.returns(text()).language("sql").objectFile("a", "b")),
                        "ERROR f() FunctionBody",
                        () -> function("f", f -> f.returns(text()).objectFile("a", "b"))),
                Pair.of("bodies in SQL that go on, or say nothing",
                        () -> body("SELECT 1; DROP TABLE t", " "),
                        """
                        ERROR f() BlankSql
                        ERROR f() EndlessSql""",
                        () -> body("SELECT ';' -- DROP", "SELECT (1)")));
    }

    private static Function body(String... statements) {
        return function("f", f -> f.returns(text()).beginAtomic(statements));
    }

    private static Pair pair(
            String title, String subject, Consumer<AggregateBuilder> bad, Consumer<AggregateBuilder> inside) {
        return Pair.of(
                "an aggregate: " + title,
                () -> with(bad),
                "ERROR " + subject + " AggregateOptions",
                () -> with(inside));
    }

    private static Aggregate with(Consumer<AggregateBuilder> definition) {
        return aggregate("g", a -> {
            a.sfunc(STEP);
            definition.accept(a);
        });
    }
}
