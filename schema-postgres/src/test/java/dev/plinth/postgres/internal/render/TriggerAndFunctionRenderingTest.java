package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import org.junit.jupiter.api.Test;

class TriggerAndFunctionRenderingTest {

    private static final Function TOUCH = triggerFunction("touch", """
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            """);

    private static final Table USERS = table("users", t -> {
        t.column("updated_at", timestamp());
        t.trigger("touch_users").before(UPDATE).forEachRow().execute(TOUCH);
    });

    @Test
    void a_trigger_comes_with_the_function_that_it_calls() {
        assertThat(Rendered.everything(USERS)).isEqualTo(
                """
                        CREATE FUNCTION "public"."touch"() RETURNS trigger LANGUAGE plpgsql AS $body$
                        BEGIN
                            NEW.updated_at = NOW();
                            RETURN NEW;
                        END;
                        $body$;
                        CREATE TABLE "public"."users" (
                          "updated_at" timestamp without time zone
                        );
                        CREATE TRIGGER "touch_users" BEFORE UPDATE ON "public"."users" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
                        """);
    }

    @Test
    void several_events_stand_in_the_order_in_which_postgresql_prints_them() {
        assertThat(Rendered.only(CreateTrigger.class, RenderMode.PLAIN, table("t", t -> {
            t.column("a", timestamp());
            t.trigger("all").after(TRUNCATE, UPDATE, INSERT, DELETE).forEachStatement().execute(TOUCH);
        }))).isEqualTo(
                """
                        CREATE TRIGGER "all" AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON "public"."t" FOR EACH STATEMENT EXECUTE FUNCTION "public"."touch"();
                        """);
    }

    @Test
    void columns_a_condition_and_arguments() {
        assertThat(Rendered.only(CreateTrigger.class, RenderMode.PLAIN, table("t", t -> {
            var a = t.column("a", timestamp());
            var b = t.column("B", timestamp());
            t.trigger("tr")
                    .before(UPDATE, INSERT)
                    .of(a, b)
                    .forEachRow()
                    .when("NEW.a > '2000-01-01' -- a comment")
                    .execute(TOUCH, "it's", "{0} ? \\");
        }))).isEqualTo(
                """
                        CREATE TRIGGER "tr" BEFORE INSERT OR UPDATE OF "a", "B" ON "public"."t" FOR EACH ROW WHEN (NEW.a > '2000-01-01' -- a comment
                        ) EXECUTE FUNCTION "public"."touch"('it''s', '{0} ? \\');
                        """);
    }

    @Test
    void transition_tables() {
        assertThat(Rendered.only(CreateTrigger.class, RenderMode.PLAIN, table("t", t -> {
            t.column("a", timestamp());
            t.trigger("both")
                    .after(UPDATE)
                    .referencingOldTable("before")
                    .referencingNewTable("After")
                    .forEachStatement()
                    .execute(TOUCH);
            t.trigger("gone").after(DELETE).referencingOldTable("gone").execute(TOUCH);
        }))).isEqualTo(
                """
                        CREATE TRIGGER "both" AFTER UPDATE ON "public"."t" REFERENCING OLD TABLE AS "before" NEW TABLE AS "After" FOR EACH STATEMENT EXECUTE FUNCTION "public"."touch"();
                        CREATE TRIGGER "gone" AFTER DELETE ON "public"."t" REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "public"."touch"();
                        """);
    }

    @Test
    void constraint_triggers() {
        assertThat(Rendered.only(CreateTrigger.class, RenderMode.PLAIN, table("t", t -> {
            t.column("a", timestamp());
            t.constraintTrigger("late")
                    .after(INSERT)
                    .from("t")
                    .initiallyDeferred()
                    .forEachRow()
                    .when("NEW.a IS NOT NULL")
                    .execute(TOUCH);
            t.constraintTrigger("now").after(INSERT).forEachRow().execute(TOUCH);
            t.constraintTrigger("perhaps").after(INSERT).deferrable().forEachRow().execute(TOUCH);
        }))).isEqualTo(
                """
                        CREATE CONSTRAINT TRIGGER "late" AFTER INSERT ON "public"."t" FROM "public"."t" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.a IS NOT NULL) EXECUTE FUNCTION "public"."touch"();
                        CREATE CONSTRAINT TRIGGER "now" AFTER INSERT ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
                        CREATE CONSTRAINT TRIGGER "perhaps" AFTER INSERT ON "public"."t" DEFERRABLE FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
                        """);
    }

    @Test
    void a_function_of_postgresql_itself() {
        assertThat(Rendered.everything(table("t", t -> {
            t.column("a", timestamp());
            t.trigger("same")
                    .before(UPDATE)
                    .forEachRow()
                    .executeExisting(namespace("pg_catalog").named("suppress_redundant_updates_trigger"));
        }))).isEqualTo(
                """
                        CREATE TABLE "public"."t" (
                          "a" timestamp without time zone
                        );
                        CREATE TRIGGER "same" BEFORE UPDATE ON "public"."t" FOR EACH ROW EXECUTE FUNCTION "pg_catalog"."suppress_redundant_updates_trigger"();
                        """);
    }

    @Test
    void a_body_of_one_line_stays_on_its_line() {
        assertThat(function("BEGIN RETURN NEW; END")).isEqualTo("""
                CREATE FUNCTION "public"."f"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN RETURN NEW; END$body$;
                """);
    }

    @Test
    void a_body_survives_byte_for_byte_whatever_is_in_it() {
        String body =
                "\nBEGIN\n  IF NEW.a ? '{0}' THEN x := $$it's {1} ? \\ $body$ $body2$ :x$$; END IF;\r\n\tRETURN NEW;\nEND\n";

        assertThat(function(body)).isEqualTo(
                "CREATE FUNCTION \"public\".\"f\"() RETURNS trigger LANGUAGE plpgsql AS $body3$" + body + "$body3$;\n");
    }

    @Test
    void a_function_and_a_trigger_that_may_exist_are_looked_for_in_the_catalogs() {
        assertThat(Rendered.only(CreateObject.class, RenderMode.RERUNNABLE, USERS)).isEqualTo(
                """
                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = '"public"'::pg_catalog.regnamespace AND proname = 'touch' AND pronargs = 0) THEN
                            CREATE FUNCTION "public"."touch"() RETURNS trigger LANGUAGE plpgsql AS $body$
                        BEGIN
                            NEW.updated_at = NOW();
                            RETURN NEW;
                        END;
                        $body$;
                          END IF;
                        END
                        $plinth$;
                        """);
        assertThat(Rendered.only(CreateTrigger.class, RenderMode.RERUNNABLE, USERS)).isEqualTo(
                """
                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."users"'::pg_catalog.regclass AND tgname = 'touch_users') THEN
                            CREATE TRIGGER "touch_users" BEFORE UPDATE ON "public"."users" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
                          END IF;
                        END
                        $plinth$;
                        """);
    }

    private static String function(String body) {
        return Rendered.text(new CreateObject(triggerFunction("f", body)), RenderMode.PLAIN);
    }
}
