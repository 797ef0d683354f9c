package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.rowOf;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;

class FunctionTest extends KindAcceptance {

    private static final EnumType MOOD = enumType("mood", "sad", "happy");

    private static final Function DOUBLE = function("twice", f -> {
        f.argument("n", integer());
        f.returns(integer()).language("sql").immutable().strict().parallelSafe().body("SELECT n * 2");
    });

    private static final Function DOUBLE_TEXT = function("twice", f -> {
        f.argument("Word", text()).defaultTo(literal("x"));
        f.argument("", integer()).defaultTo(literal(2));
        f.returns(text()).language("sql").stable().body("SELECT $1 || $1");
    });

    private static final Table PEOPLE = table("people", t -> {
        t.column("id", integer());
        t.column("mood", MOOD);
        t.check("even", "public.twice(id) > 0");
    });

    private static final Function OF_MOOD = namespace("App").function("Of mood", f -> {
        f.argument("wanted", MOOD);
        f.variadic("more", arrayOf(MOOD));
        f.returnsTable("id", integer()).returnsTable("how", MOOD);
        f.language("plpgsql").securityDefiner().cost(5).rows(7).set("search_path", "App", "pg_temp")
                .set("work_mem", "8MB");
        f.body("""
                BEGIN
                    RETURN QUERY SELECT p.id, p.mood FROM public.people p WHERE p.mood = wanted;
                END;
                """);
    });

    private static final Function SPLIT = function("split_it", f -> {
        f.inOut("a", numeric());
        f.out("b", text());
        f.language("plpgsql").parallelRestricted().body("BEGIN b := a::text; END");
    });

    private static final Function ALL = function("all_people", f -> f.returnsSetOf(rowOf(PEOPLE))
            .language("sql").body("SELECT * FROM public.people"));

    private static final View HAPPY =
            view("happy", "SELECT p.id FROM public.people p WHERE p.mood = 'happy'::public.mood");

    private static final MaterializedView MOODS =
            materializedView("App moods", "SELECT count(*) AS number FROM public.people");

    private static final Function ALL_HAPPY = function("all_happy", f -> {
        f.argument("but", arrayOf(rowOf(MOODS)));
        f.returnsSetOf(rowOf(HAPPY)).language("sql").body("SELECT * FROM public.happy");
    });

    private static final Function CLEAN = procedure("clean", p -> {
        p.argument("before", integer()).defaultTo(sql("1 + 1"));
        p.language("sql").securityDefiner().body("DELETE FROM public.people WHERE id < before");
    });

    @Override
    Schema declared() {
        return schema("functions", ALL_HAPPY, ALL, HAPPY, MOODS, DOUBLE, DOUBLE_TEXT, OF_MOOD, SPLIT, CLEAN, PEOPLE);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE TYPE mood AS ENUM ('sad', 'happy');
                CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                    AS 'SELECT n * 2';
                CREATE FUNCTION twice("Word" text DEFAULT 'x', integer DEFAULT 2) RETURNS text LANGUAGE sql STABLE
                    AS 'SELECT $1 || $1';
                CREATE TABLE people (id integer, mood mood, CONSTRAINT even CHECK (public.twice(id) > 0));
                CREATE FUNCTION "App"."Of mood"(wanted mood, VARIADIC more mood[]) RETURNS TABLE (id integer, how mood)
                    LANGUAGE plpgsql SECURITY DEFINER COST 5 ROWS 7 SET search_path = "App", pg_temp SET work_mem = '8MB' AS '
                BEGIN
                    RETURN QUERY SELECT p.id, p.mood FROM public.people p WHERE p.mood = wanted;
                END;
                ';
                CREATE FUNCTION split_it(INOUT a numeric, OUT b text) LANGUAGE plpgsql PARALLEL RESTRICTED
                    AS 'BEGIN b := a::text; END';
                CREATE FUNCTION all_people() RETURNS SETOF people LANGUAGE sql AS 'SELECT * FROM public.people';
                CREATE VIEW happy AS SELECT p.id FROM people p WHERE p.mood = 'happy';
                CREATE MATERIALIZED VIEW "App moods" AS SELECT count(*) AS number FROM people;
                CREATE FUNCTION all_happy(but "App moods"[]) RETURNS SETOF happy LANGUAGE sql
                    AS 'SELECT * FROM public.happy';
                CREATE PROCEDURE clean(before integer DEFAULT 1 + 1) LANGUAGE sql SECURITY DEFINER
                    AS 'DELETE FROM public.people WHERE id < before';
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP FUNCTION twice(text, integer)",
                "DROP FUNCTION twice(integer) CASCADE",
                "DROP FUNCTION all_people; DROP TABLE people CASCADE",
                "DROP VIEW happy CASCADE; DROP MATERIALIZED VIEW \"App moods\"",
                "DROP PROCEDURE clean; DROP FUNCTION split_it",
                "DROP SCHEMA \"App\" CASCADE",
                "DROP TYPE mood CASCADE");
    }

    @Override
    List<Change> changes() {
        String twice = "function twice(integer): ";
        String split = "function split_it(numeric): ";
        String ofMood = "function App.Of mood(mood, mood[]): ";
        return List.of(
                Change.of("ALTER FUNCTION twice(integer) VOLATILE",
                        twice + "volatility: schema says IMMUTABLE, store has VOLATILE"),
                Change.of("ALTER FUNCTION twice(integer) CALLED ON NULL INPUT",
                        twice + "STRICT: schema says STRICT, store has nothing"),
                Change.of("ALTER FUNCTION twice(integer) SECURITY DEFINER",
                        twice + "security: schema says INVOKER, store has DEFINER"),
                Change.of("ALTER FUNCTION twice(integer) LEAKPROOF",
                        twice + "LEAKPROOF: store has LEAKPROOF, which the schema does not declare"),
                Change.of("ALTER FUNCTION split_it PARALLEL SAFE",
                        split + "PARALLEL: schema says RESTRICTED, store has SAFE"),
                Change.of("ALTER FUNCTION \"App\".\"Of mood\" COST 100",
                        ofMood + "COST: schema says 5, store has nothing"),
                Change.of("ALTER FUNCTION \"App\".\"Of mood\" ROWS 8", ofMood + "ROWS: schema says 7, store has 8"),
                Change.of("ALTER FUNCTION \"App\".\"Of mood\" SET search_path = pg_temp",
                        ofMood + "SET: schema says search_path TO App, pg_temp; work_mem TO 8MB, store has search_path TO"
                                + " pg_temp; work_mem TO 8MB"),
                Change.of("SET check_function_bodies = off; DROP FUNCTION split_it; CREATE FUNCTION split_it"
                        + "(INOUT a numeric, OUT c text) LANGUAGE plpgsql PARALLEL RESTRICTED"
                        + " AS 'BEGIN b := a::text; END'",
                        split + "arguments: schema says (INOUT a numeric, OUT b text), store has (INOUT a numeric, OUT c"
                                + " text)"),
                again("split_it", "(a numeric) RETURNS text LANGUAGE sql PARALLEL RESTRICTED AS 'SELECT a::text'",
                        split + "return type: schema says what goes out, store has text",
                        split + "arguments: schema says (INOUT a numeric, OUT b text), store has (a numeric)",
                        split + "language: schema says plpgsql, store has sql",
                        split + "body: schema says BEGIN b := a::text; END, store has SELECT a::text"),
                again("all_people", "() RETURNS SETOF record LANGUAGE sql AS 'SELECT * FROM public.people'",
                        "function all_people(): return type: schema says SETOF people, store has SETOF record"),
                Change.of("DROP FUNCTION twice(text, integer); CREATE FUNCTION twice(\"Word\" text DEFAULT 'y', integer"
                        + " DEFAULT 2) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1 || $1'",
                        "function twice(text, integer): default of Word: schema says 'x', store has 'y'::text"),
                Change.of("DROP PROCEDURE clean; CREATE FUNCTION clean(integer) RETURNS void LANGUAGE sql AS 'SELECT'",
                        "procedure clean(integer): name: schema says a procedure, store has a function; nothing is created"
                                + " under that name; rename one of the two"),
                Change.of("DROP PROCEDURE clean; CREATE AGGREGATE clean(integer) (SFUNC = int4pl, STYPE = integer)",
                        "procedure clean(integer): name: schema says a procedure, store has an aggregate; nothing is created"
                                + " under that name; rename one of the two"));
    }

    private static Change again(String name, String definition, String... drift) {
        return Change.of("DROP FUNCTION " + name + "; CREATE FUNCTION " + name + definition, drift);
    }
}
