package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.operator;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorTest extends KindAcceptance {

    private static final Namespace APP = namespace("App");
    private static final CompositeType PAIR = APP.compositeType("pair", c -> c.attribute("a", integer()));
    private static final CompositeType OTHER = compositeType("other", c -> c.attribute("a", integer()));
    private static final EnumType COLOUR = enumType("colour", "red");
    private static final Function SAME = predicate("same", PAIR, "SELECT ($1).a = ($2).a");
    private static final Function APART = predicate("apart", PAIR, "SELECT ($1).a <> ($2).a");
    private static final Function NONE = APP.function("none", f -> {
        f.argument("p", PAIR);
        f.returns(bool()).language("sql").body("SELECT ($1).a IS NULL");
    });
    private static final Function TO_NUMBER = function("to_number_of", f -> {
        f.argument("p", PAIR);
        f.returns(integer()).language("sql").body("SELECT ($1).a");
    });

    private static Function predicate(String name, ColumnType type, String body) {
        return APP.function(name, f -> {
            f.argument("one", type);
            f.argument("two", type);
            f.returns(bool()).language("sql").body(body);
        });
    }

    @Override
    Schema declared() {
        return schema(
                "operators",
                APP.operator("===", o -> o.left(PAIR).right(PAIR).function(SAME)
                        .commutator("===").negator("<!>").restrict("eqsel").join("eqjoinsel").hashes().merges()
                        .comment("The same")),
                APP.operator("<!>", o -> o.left(PAIR).right(PAIR).function(APART).negator("===")),
                APP.operator("!!", o -> o.right(PAIR).function(NONE).comment("Nothing")),
                SAME,
                APART,
                NONE,
                TO_NUMBER,
                cast(PAIR, integer()).withFunction(TO_NUMBER).asAssignment().comment("The number in it"),
                cast(text(), COLOUR).withInOut().asImplicit(),
                cast(PAIR, OTHER).withInOut());
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE TYPE "App".pair AS (a integer);
                CREATE TYPE other AS (a integer);
                CREATE TYPE colour AS ENUM ('red');
                CREATE FUNCTION "App".same(one "App".pair, two "App".pair) RETURNS boolean LANGUAGE sql
                    AS 'SELECT ($1).a = ($2).a';
                CREATE FUNCTION "App".apart(one "App".pair, two "App".pair) RETURNS boolean LANGUAGE sql
                    AS 'SELECT ($1).a <> ($2).a';
                CREATE FUNCTION "App".none(p "App".pair) RETURNS boolean LANGUAGE sql AS 'SELECT ($1).a IS NULL';
                CREATE FUNCTION to_number_of(p "App".pair) RETURNS integer LANGUAGE sql AS 'SELECT ($1).a';
                CREATE OPERATOR "App".=== (FUNCTION = "App".same, LEFTARG = "App".pair, RIGHTARG = "App".pair,
                    COMMUTATOR = OPERATOR("App".===), NEGATOR = OPERATOR("App".<!>), RESTRICT = eqsel, JOIN = eqjoinsel,
                    HASHES, MERGES);
                COMMENT ON OPERATOR "App".=== ("App".pair, "App".pair) IS 'The same';
                CREATE OPERATOR "App".<!> (FUNCTION = "App".apart, LEFTARG = "App".pair, RIGHTARG = "App".pair,
                    NEGATOR = OPERATOR("App".===));
                CREATE OPERATOR "App".!! (FUNCTION = "App".none, RIGHTARG = "App".pair);
                COMMENT ON OPERATOR "App".!! (NONE, "App".pair) IS 'Nothing';
                CREATE CAST ("App".pair AS integer) WITH FUNCTION to_number_of("App".pair) AS ASSIGNMENT;
                COMMENT ON CAST ("App".pair AS integer) IS 'The number in it';
                CREATE CAST (text AS colour) WITH INOUT AS IMPLICIT;
                CREATE CAST ("App".pair AS other) WITH INOUT;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP CAST (\"App\".pair AS integer); DROP CAST (text AS colour);"
                        + " DROP OPERATOR \"App\".!! (NONE, \"App\".pair)",
                "DROP OPERATOR \"App\".<!> (\"App\".pair, \"App\".pair)",
                "DROP FUNCTION \"App\".same, \"App\".apart CASCADE; DROP TYPE colour CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(Change.of(
                "DROP CAST (text AS colour); CREATE CAST (text AS colour) WITH INOUT AS ASSIGNMENT;"
                        + " DROP CAST (\"App\".pair AS integer); CREATE CAST (\"App\".pair AS integer) WITH INOUT AS ASSIGNMENT;"
                        + " COMMENT ON CAST (\"App\".pair AS integer) IS 'a'; DROP OPERATOR \"App\".=== (\"App\".pair, \"App\".pair);"
                        + " CREATE OPERATOR \"App\".=== (FUNCTION = \"App\".apart, LEFTARG = \"App\".pair, RIGHTARG = \"App\".pair,"
                        + " RESTRICT = neqsel); COMMENT ON OPERATOR \"App\".=== (\"App\".pair, \"App\".pair) IS 'The same'",
                "operator App.===(App.pair, App.pair): function: schema says App.same, store has App.apart",
                "operator App.===(App.pair, App.pair): COMMUTATOR: schema says App.===, store has nothing",
                "operator App.===(App.pair, App.pair): NEGATOR: schema says App.<!>, store has nothing",
                "operator App.===(App.pair, App.pair): RESTRICT: schema says pg_catalog.eqsel, store has pg_catalog.neqsel",
                "operator App.===(App.pair, App.pair): JOIN: schema says pg_catalog.eqjoinsel, store has nothing",
                "operator App.===(App.pair, App.pair): HASHES: schema says HASHES, store has nothing",
                "operator App.===(App.pair, App.pair): MERGES: schema says MERGES, store has nothing",
                "operator App.<!>(App.pair, App.pair): NEGATOR: schema says App.===, store has nothing",
                "cast (App.pair AS integer): method: schema says FUNCTION to_number_of, store has INOUT",
                "cast (text AS colour): context: schema says IMPLICIT, store has ASSIGNMENT",
                "comment on cast (App.pair AS integer): text: schema says 'The number in it', store has 'a'"));
    }

    @Test
    void whatNobodyDeclaredIsNamed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE TYPE pair AS (a integer); CREATE FUNCTION nothing(pair) RETURNS boolean LANGUAGE sql AS"
                            + " 'SELECT true'; CREATE OPERATOR !! (FUNCTION = nothing, RIGHTARG = pair); CREATE CAST (pair AS text) WITH INOUT");
            Report report = SchemaInitializer.of(schema("s", table("t", t -> t.column("id", integer()))))
                    .with(PostgresStore.of(database.dataSource()))
                    .verify();

            assertThat(report.stores().getFirst().unmanaged()).containsExactly(
                    "cast (public.pair AS text)",
                    "composite type pair",
                    "function nothing(public.pair)",
                    "operator !!(public.pair)");
        }
    }

    /** Nothing but the texts tells what has to be there first: all of these are objects that are no tables. */
    @Test
    void whatTextsUseComesFirst() {
        CompositeType c = compositeType("c", it -> it.attribute("a", integer()));
        Function same = function("alike", f -> {
            f.argument("one", integer());
            f.argument("two", text());
            f.returns(bool()).language("sql").immutable().body("SELECT $1::text = $2");
        });
        Function toC = function("to_c", f -> {
            f.argument("number", integer());
            f.returns(c).language("sql").immutable().body("SELECT ROW($1)::public.c");
        });
        Table t = table("t", x -> x.column("id", integer()));
        Schema schema = schema(
                "texts",
                domain("d", integer(), d -> d.check("d_check", "VALUE OPERATOR (public.===) '5'")),
                domain("e", c, d -> d.defaultTo(sql("5::public.c"))),
                function("f", f -> {
                    f.argument("it", bool()).defaultTo(sql("5 operator(public.===) '5'"));
                    f.argument("other", c).defaultTo(sql("CAST(5 AS public.c)"));
                    f.returns(bool()).language("sql").body("SELECT $1");
                }),
                statistics("s", s -> s.on(sql("(id OPERATOR(\"public\".===) '5')")).from(t)),
                t,
                cast(integer(), c).withFunction(toC),
                toC,
                same,
                operator("===", o -> o.left(integer()).right(text()).function(same)));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            Report report = SchemaInitializer.of(schema)
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.steps(Step.Status.DONE).stream().map(step -> step.change().subject().display()))
                    .containsExactly(
                            "function alike(integer, text)",
                            "operator ===(integer, text)",
                            "domain d",
                            "composite type c",
                            "function to_c(integer)",
                            "cast (integer AS c)",
                            "domain e",
                            "function f(boolean, c)",
                            "table t",
                            "statistics object s");
            assertThat(report.isComplete()).isTrue();
        }
    }
}
