package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.enumType;
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
