package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.model.sql.View;
import org.junit.jupiter.api.Test;

class ViewRenderingTest {

    @Test
    void a_view_comes_behind_what_its_query_names() {
        assertThat(Rendered.everything(
                view("b", "SELECT x FROM app.a"),
                namespace("app").view("a", """
                        SELECT 'it''s {0} ?' AS x -- a comment
                        FROM public.t
                        """, v -> v.securityBarrier().securityInvoker().withCheckOption()),
                table("t", t -> t.column("x", integer()))))
                .isEqualTo("""
                        CREATE SCHEMA "app";
                        CREATE TABLE "public"."t" (
                          "x" integer
                        );
                        CREATE VIEW "app"."a" WITH (security_barrier, security_invoker) AS
                        SELECT 'it''s {0} ?' AS x -- a comment
                        FROM public.t
                         WITH CASCADED CHECK OPTION;
                        CREATE VIEW "public"."b" AS SELECT x FROM app.a;
                        """);
    }

    @Test
    void a_view_has_triggers() {
        assertThat(Rendered.everything(view(
                "v",
                "SELECT 1 AS a, 2 AS b;",
                v -> v.columns("A", "B").withLocalCheckOption().trigger("t").insteadOf(INSERT).forEachRow()
                        .execute(triggerFunction("f", "BEGIN RETURN NEW; END")))))
                .isEqualTo(
                        """
                                CREATE FUNCTION "public"."f"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN RETURN NEW; END$body$;
                                CREATE VIEW "public"."v" ("A", "B") AS SELECT 1 AS a, 2 AS b WITH LOCAL CHECK OPTION;
                                CREATE TRIGGER "t" INSTEAD OF INSERT ON "public"."v" FOR EACH ROW EXECUTE FUNCTION "public"."f"();
                                """);
    }

    @Test
    void a_view_has_defaults_where_its_columns_have_none() {
        View view = namespace("App").view("v", "SELECT 1 AS \"It's\", 'x' AS b", v -> v.defaultTo("It's", literal(2))
                .defaultTo("b", sql("'a' || CURRENT_USER -- {0} ?")));

        assertThat(Rendered.everything(view)).isEqualTo("""
                CREATE SCHEMA "App";
                CREATE VIEW "App"."v" AS SELECT 1 AS "It's", 'x' AS b;
                ALTER VIEW "App"."v" ALTER COLUMN "It's" SET DEFAULT 2;
                ALTER VIEW "App"."v" ALTER COLUMN "b" SET DEFAULT ('a' || CURRENT_USER -- {0} ?
                );
                """);
        assertThat(new SqlRenderer(RenderContext.defaults())
                .statements(new AddDefault(view.name(), view.defaults().getFirst()), RenderMode.RERUNNABLE))
                .containsExactly("""
                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = '"App"."v"'::pg_catalog.regclass AND attname = 'It''s' AND atthasdef) THEN
                            ALTER VIEW "App"."v" ALTER COLUMN "It's" SET DEFAULT 2;
                          END IF;
                        END
                        $plinth$""");
    }

    @Test
    void a_materialized_view_has_indexes() {
        assertThat(Rendered.everything(materializedView("m", "SELECT 1 AS a -- one", v -> {
            v.with("fillfactor", 70).columns("A");
            v.index("first").on(v.column("A").desc()).unique();
            v.index(v.column("A")).include(v.column("A"));
        }))).isEqualTo("""
                CREATE MATERIALIZED VIEW "public"."m" ("A") WITH (fillfactor = 70) AS SELECT 1 AS a -- one
                ;
                CREATE UNIQUE INDEX "first" ON "public"."m" ("A" DESC);
                CREATE INDEX "m_A_A1_idx" ON "public"."m" ("A") INCLUDE ("A");
                """);
    }

    @Test
    void a_materialized_view_says_where_and_how_its_rows_are_and_that_it_has_none_yet() {
        assertThat(Rendered.everything(materializedView("m", "SELECT 1 AS a", v -> v.columns("b")
                .with("toast.autovacuum_enabled", false)
                .using("columnar")
                .tablespace("Fast disks")
                .withNoData()))).isEqualTo("""
                        CREATE MATERIALIZED VIEW "public"."m" ("b") USING "columnar" WITH (toast.autovacuum_enabled = false)\
                         TABLESPACE "Fast disks" AS SELECT 1 AS a WITH NO DATA;
                        """);
    }

    @Test
    void a_script_that_can_be_repeated_looks_for_the_view() {
        assertThat(Rendered.only(
                CreateObject.class, RenderMode.RERUNNABLE, view("v", "SELECT 1"), materializedView("m", "SELECT 1")))
                .isEqualTo(
                        """
                                DO $plinth$
                                BEGIN
                                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = 'v' AND relnamespace = '"public"'::pg_catalog.regnamespace) THEN
                                    CREATE VIEW "public"."v" AS SELECT 1;
                                  END IF;
                                END
                                $plinth$;
                                CREATE MATERIALIZED VIEW IF NOT EXISTS "public"."m" AS SELECT 1;
                                """);
    }
}
