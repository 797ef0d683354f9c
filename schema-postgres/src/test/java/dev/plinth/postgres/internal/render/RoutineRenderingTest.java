package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.extensionOperator;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.geometry;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.rowOf;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import org.junit.jupiter.api.Test;

class RoutineRenderingTest {

    private static final EnumType MOOD = enumType("mood", "sad");
    private static final Table PEOPLE = table("people", t -> t.column("id", integer()));

    @Test
    void arguments_defaults_and_every_option() {
        assertThat(Rendered.everything(namespace("App").function("Say it", f -> {
            f.argument("Word", text()).defaultTo(literal("it's"));
            f.argument("", integer()).defaultTo(sql("1 + 1"));
            f.variadic("more", arrayOf(text()));
            f.returnsSetOf(text()).language("plpgsql").immutable().leakproof().strict().securityDefiner()
                    .parallelRestricted().cost(5).rows(7).set("search_path", "App", "pg_temp").set("work_mem", "8MB")
                    .body("BEGIN END");
        }))).isEqualTo(
                """
                        CREATE SCHEMA "App";
                        CREATE FUNCTION "App"."Say it"("Word" text DEFAULT 'it''s', integer DEFAULT (1 + 1), VARIADIC "more" text[]) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL RESTRICTED COST 5 ROWS 7 SET "search_path" TO 'App', 'pg_temp' SET "work_mem" TO '8MB' AS $body$BEGIN END$body$;
                        """);
    }

    @Test
    void a_type_comes_first_a_row_type_after_its_table() {
        assertThat(Rendered.everything(
                function("moods", f -> f.returnsTable("id", integer()).returnsTable("mood", MOOD).language("sql")
                        .body("SELECT 1, NULL")),
                function("of", f -> {
                    f.argument("person", rowOf(PEOPLE));
                    f.out("a", integer());
                    f.inOut("b", text());
                    f.language("sql").body("SELECT 1, $2");
                }),
                procedure("clean", p -> p.language("sql").body("SELECT")),
                PEOPLE)).isEqualTo(
                        """
                                CREATE TYPE "public"."mood" AS ENUM ('sad');
                                CREATE FUNCTION "public"."moods"() RETURNS TABLE ("id" integer, "mood" "public"."mood") LANGUAGE sql AS $body$SELECT 1, NULL$body$;
                                CREATE TABLE "public"."people" (
                                  "id" integer
                                );
                                CREATE FUNCTION "public"."of"("person" "public"."people", OUT "a" integer, INOUT "b" text) LANGUAGE sql AS $body$SELECT 1, $2$body$;
                                CREATE PROCEDURE "public"."clean"() LANGUAGE sql AS $body$SELECT$body$;
                                """);
    }

    @Test
    void an_extension_comes_before_a_function_of_its_types() {
        assertThat(Rendered.everything(function("where_is", f -> {
            f.argument("place", geometry());
            f.returns(nativeType("void")).language("sql").body("SELECT");
        }))).isEqualTo(
                """
                        CREATE EXTENSION "postgis" WITH SCHEMA "public";
                        CREATE FUNCTION "public"."where_is"("place" "public"."geometry") RETURNS void LANGUAGE sql AS $body$SELECT$body$;
                        """);
    }

    @Test
    void a_body_in_standard_sql_comes_after_what_it_speaks_of() {
        assertThat(Rendered.everything(
                function("all_ids", f -> f.returnsSetOf(integer()).stable().returnExpression("public.one()")),
                procedure("clean", p -> p.beginAtomic("DELETE FROM public.people -- all", " SELECT 1 ")),
                function("one", f -> f.returns(integer()).returnExpression("1")),
                PEOPLE)).isEqualTo(
                        """
                                CREATE TABLE "public"."people" (
                                  "id" integer
                                );
                                CREATE FUNCTION "public"."one"() RETURNS integer LANGUAGE sql RETURN (1);
                                CREATE FUNCTION "public"."all_ids"() RETURNS SETOF integer LANGUAGE sql STABLE RETURN (public.one());
                                CREATE PROCEDURE "public"."clean"() LANGUAGE sql BEGIN ATOMIC
                                  DELETE FROM public.people -- all
                                ;
                                  SELECT 1;
                                END;
                                """);
    }

    @Test
    void functions_in_c_and_of_the_server() {
        assertThat(Rendered.everything(
                function("stem", f -> f.returns(integer()).objectFile("$libdir/it's", "stem").transformForType(MOOD)
                        .transformForType(text()).window().support(namespace("pg_catalog").named("helps")).cost(0.25)),
                function("now_of_server", f -> f.returns(integer()).language("internal").body("now")))).isEqualTo(
                        """
                                CREATE TYPE "public"."mood" AS ENUM ('sad');
                                CREATE FUNCTION "public"."stem"() RETURNS integer LANGUAGE c TRANSFORM FOR TYPE "public"."mood", FOR TYPE text WINDOW COST 0.25 SUPPORT "pg_catalog"."helps" AS '$libdir/it''s', 'stem';
                                CREATE FUNCTION "public"."now_of_server"() RETURNS integer LANGUAGE internal AS $body$now$body$;
                                """);
    }

    @Test
    void aggregates_bring_their_functions_and_types() {
        Function next = function("next_mood", f -> {
            f.argument("a", MOOD);
            f.argument("b", MOOD);
            f.returns(MOOD).language("sql").body("SELECT b");
        });
        assertThat(Rendered.everything(
                aggregate("last_mood", a -> a.argument("mood", MOOD).sfunc(next).stype(MOOD).initcond("it's").sspace(8)
                        .combinefunc(next).sortop(extensionOperator("postgis", "&&"))
                        .moving(m -> m.sfunc(next).invfunc(next).stype(MOOD)).parallelSafe()),
                aggregate("all_rows", a -> a.sfunc(next).stype(MOOD)))).isEqualTo(
                        """
                                CREATE EXTENSION "postgis" WITH SCHEMA "public";
                                CREATE TYPE "public"."mood" AS ENUM ('sad');
                                CREATE FUNCTION "public"."next_mood"("a" "public"."mood", "b" "public"."mood") RETURNS "public"."mood" LANGUAGE sql AS $body$SELECT b$body$;
                                CREATE AGGREGATE "public"."last_mood"("mood" "public"."mood") (SFUNC = "public"."next_mood", STYPE = "public"."mood", SSPACE = 8, INITCOND = 'it''s', MSFUNC = "public"."next_mood", MSTYPE = "public"."mood", MINVFUNC = "public"."next_mood", COMBINEFUNC = "public"."next_mood", SORTOP = OPERATOR("public".&&), PARALLEL = SAFE);
                                CREATE AGGREGATE "public"."all_rows"(*) (SFUNC = "public"."next_mood", STYPE = "public"."mood");
                                """);
    }

    @Test
    void an_overload_is_looked_for_by_its_types() {
        assertThat(Rendered.only(CreateObject.class, RenderMode.RERUNNABLE, function("f", f -> {
            f.argument("a", text());
            f.out("b", integer());
            f.language("sql").body("SELECT 1");
        }))).isEqualTo(
                """
                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE oid = pg_catalog.to_regprocedure('"public"."f"(text)')) THEN
                            CREATE FUNCTION "public"."f"("a" text, OUT "b" integer) LANGUAGE sql AS $body$SELECT 1$body$;
                          END IF;
                        END
                        $plinth$;
                        """);
    }
}
