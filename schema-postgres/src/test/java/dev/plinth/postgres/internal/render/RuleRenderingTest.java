package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateRule;
import dev.plinth.model.sql.Table;
import org.junit.jupiter.api.Test;

class RuleRenderingTest {

    private static final Table ITEMS = namespace("App").table("my items", t -> {
        t.column("id", integer());
        t.rule("It's \"kept\"").on(DELETE).where("OLD.id = 0 OR OLD.id = 1").doInsteadNothing();
    });

    @Test
    void a_rule_comes_behind_all_tables_and_views() {
        assertThat(Rendered.everything(
                view("ids", "SELECT id FROM \"App\".\"my items\"", v -> {
                    v.rule("removed").on(DELETE).doInsteadNothing();
                    v.rule("moved").on(UPDATE).where("NEW.id > 0").doAlso(
                            "INSERT INTO public.ids VALUES ('{0} ?') -- all of it", "SELECT 1;");
                    v.rule("added").on(INSERT)
                            .doInstead("INSERT INTO \"App\".\"my items\" (id) VALUES (NEW.id)");
                }),
                ITEMS)).isEqualTo("""
                        CREATE SCHEMA "App";
                        CREATE TABLE "App"."my items" (
                          "id" integer
                        );
                        CREATE VIEW "public"."ids" AS SELECT id FROM "App"."my items";
                        CREATE RULE "removed" AS ON DELETE TO "public"."ids" DO INSTEAD NOTHING;
                        CREATE RULE "moved" AS ON UPDATE TO "public"."ids" WHERE (NEW.id > 0) DO ALSO (INSERT INTO public.ids VALUES ('{0} ?') -- all of it
                        ; SELECT 1);
                        CREATE RULE "added" AS ON INSERT TO "public"."ids" DO INSTEAD (INSERT INTO "App"."my items" (id) VALUES (NEW.id));
                        CREATE RULE "It's ""kept\""" AS ON DELETE TO "App"."my items" WHERE (OLD.id = 0 OR OLD.id = 1) DO INSTEAD NOTHING;
                        """);
    }

    @Test
    void a_script_that_can_be_repeated_looks_for_the_rule() {
        assertThat(Rendered.only(CreateRule.class, RenderMode.RERUNNABLE, ITEMS)).isEqualTo("""
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_rewrite WHERE ev_class = '"App"."my items"'::pg_catalog.regclass AND rulename = 'It''s "kept"') THEN
                    CREATE RULE "It's ""kept\""" AS ON DELETE TO "App"."my items" WHERE (OLD.id = 0 OR OLD.id = 1) DO INSTEAD NOTHING;
                  END IF;
                END
                $plinth$;
                """);
    }
}
