package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.USAGE;
import static dev.plinth.dsl.SchemaDsl.alterDefaultPrivilegesIn;
import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.operator;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import org.junit.jupiter.api.Test;

/** Row level security, privileges, comments, operators and casts. */
class SupplementRenderingTest {

    private static final CompositeType PAIR =
            compositeType("pair", c -> c.attribute("a", integer()).attribute("b", integer()));
    private static final Function SUM = function("sum_of", f -> {
        f.argument("pair", PAIR);
        f.returns(integer()).language("sql").body("SELECT 1");
    });
    private static final Function NOT = function("not_of", f -> {
        f.argument("pair", PAIR);
        f.returns(bool()).language("sql").body("SELECT true");
    });
    private static final Table DOCUMENTS = namespace("App").table("my documents", t -> {
        t.column("the secret", bool());
        t.enableRowLevelSecurity().forceRowLevelSecurity();
        t.policy("all of it").using("true").withCheck("NOT \"the secret\"");
        t.policy("read").restrictive().forSelect().to("support", "Mrs \"X\"").using("NOT \"the secret\"");
    });

    private static final View VIEW = namespace("App").view("seen", "SELECT 1", v -> {
        v.columns("The id").comment("It's seen").comment("The id", "one");
        v.trigger("set it").insteadOf(UPDATE).forEachRow().execute(triggerFunction("touch", "BEGIN END;"))
                .comment("in its place");
        v.rule("none").on(INSERT).doInsteadNothing().comment("nothing new");
    });
    private static final MaterializedView MATERIALIZED = materializedView("How many", "SELECT 1 AS n", v -> {
        v.comment("as of now").comment("n", "all");
        v.index("by n").on(v.column("n")).comment("to find it");
    });

    @Test
    void row_level_security() {
        assertThat(Rendered.only(OnRowSecurity.class, RenderMode.PLAIN, DOCUMENTS)).isEqualTo("""
                CREATE POLICY "all of it" ON "App"."my documents" USING (true) WITH CHECK (NOT "the secret");
                CREATE POLICY "read" ON "App"."my documents" AS RESTRICTIVE FOR SELECT TO "Mrs ""X""\", "support" USING (NOT "the secret");
                ALTER TABLE "App"."my documents" ENABLE ROW LEVEL SECURITY;
                ALTER TABLE "App"."my documents" FORCE ROW LEVEL SECURITY;
                """);
        assertThat(Rendered.only(OnRowSecurity.class, RenderMode.RERUNNABLE, DOCUMENTS)).isEqualTo("""
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_policy WHERE polrelid = '"App"."my documents"'::pg_catalog.regclass AND polname = 'all of it') THEN
                    CREATE POLICY "all of it" ON "App"."my documents" USING (true) WITH CHECK (NOT "the secret");
                  END IF;
                END
                $plinth$;
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_policy WHERE polrelid = '"App"."my documents"'::pg_catalog.regclass AND polname = 'read') THEN
                    CREATE POLICY "read" ON "App"."my documents" AS RESTRICTIVE FOR SELECT TO "Mrs ""X""\", "support" USING (NOT "the secret");
                  END IF;
                END
                $plinth$;
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = '"App"."my documents"'::pg_catalog.regclass AND relrowsecurity) THEN
                    ALTER TABLE "App"."my documents" ENABLE ROW LEVEL SECURITY;
                  END IF;
                END
                $plinth$;
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = '"App"."my documents"'::pg_catalog.regclass AND relforcerowsecurity) THEN
                    ALTER TABLE "App"."my documents" FORCE ROW LEVEL SECURITY;
                  END IF;
                END
                $plinth$;
                """);
    }

    @Test
    void privileges() {
        assertThat(Rendered.everything(
                enumType("mood", "sad"),
                SUM,
                DOCUMENTS,
                grant(SELECT, INSERT).on(DOCUMENTS).to("app", "Mrs \"X\"").withGrantOption(),
                grant(UPDATE).on(DOCUMENTS, "the secret").to("app"),
                VIEW,
                MATERIALIZED,
                grant(SELECT).on(VIEW).to("app"),
                grant(UPDATE).on(VIEW, "The id").to("app"),
                grant(SELECT).on(MATERIALIZED).to("app"),
                grant(SELECT).on(MATERIALIZED, "n").toPublic(),
                grant(USAGE).on(namespace("App")).to("app"),
                alterDefaultPrivilegesIn(namespace("App")).forRole("owner").grant(SELECT).onTables().to("app"))
                .lines().filter(line -> line.contains("GRANT")).toList()).isEqualTo("""
                        GRANT SELECT, INSERT ON TABLE "App"."my documents" TO "Mrs ""X""\", "app" WITH GRANT OPTION;
                        GRANT UPDATE ("the secret") ON TABLE "App"."my documents" TO "app";
                        GRANT SELECT ON TABLE "App"."seen" TO "app";
                        GRANT UPDATE ("The id") ON TABLE "App"."seen" TO "app";
                        GRANT SELECT ON TABLE "public"."How many" TO "app";
                        GRANT SELECT ("n") ON TABLE "public"."How many" TO PUBLIC;
                        GRANT USAGE ON SCHEMA "App" TO "app";
                        ALTER DEFAULT PRIVILEGES FOR ROLE "owner" IN SCHEMA "App" GRANT SELECT ON TABLES TO "app";
                        """.lines().toList());
    }

    @Test
    void comments() {
        assertThat(Rendered.everything(
                enumType("mood", "sad").comment("it's"),
                domain("letter", text(),
                        d -> d.check("short", "length(VALUE) = 1").comment("short", "one only").comment("a")),
                compositeType("address",
                        c -> c.attribute("street", text()).comment("street", "with number").comment("where")),
                namespace("App").comment("all of it"),
                table("people", t -> {
                    t.column("id", integer()).comment("a number");
                    t.check("positive", "id > 0").comment("0 is for tests");
                    t.policy("own").using("id > 0").comment("mine");
                    t.trigger("touch").before(INSERT).forEachRow().execute(triggerFunction("touch", "BEGIN END;"))
                            .comment("t");
                    t.comment("who");
                }),
                VIEW,
                MATERIALIZED,
                table("Counted", t -> {
                    var id = t.column("id", serial(s -> s.comment("counts")));
                    t.column("no", integer()).generatedAlwaysAsIdentity(
                            s -> s.sequenceName("The numbers").comment("counts on"));
                    t.index(id).comment("by number");
                    t.rule("kept").on(INSERT).where("NEW.id = 0").doInsteadNothing().comment("no zero");
                }),
                SUM.comment("adds"),
                operator("!!!", o -> o.right(PAIR).function(NOT).comment("not")),
                cast(PAIR, integer()).withFunction(SUM).comment("sum"))
                .lines().filter(line -> line.startsWith("COMMENT")).toList()).isEqualTo("""
                        COMMENT ON TABLE "public"."people" IS 'who';
                        COMMENT ON COLUMN "public"."people"."id" IS 'a number';
                        COMMENT ON CONSTRAINT "positive" ON "public"."people" IS '0 is for tests';
                        COMMENT ON TRIGGER "touch" ON "public"."people" IS 't';
                        COMMENT ON POLICY "own" ON "public"."people" IS 'mine';
                        COMMENT ON INDEX "public"."Counted_id_idx" IS 'by number';
                        COMMENT ON RULE "kept" ON "public"."Counted" IS 'no zero';
                        COMMENT ON SEQUENCE "public"."Counted_id_seq" IS 'counts';
                        COMMENT ON SEQUENCE "public"."The numbers" IS 'counts on';
                        COMMENT ON TYPE "public"."mood" IS 'it''s';
                        COMMENT ON CONSTRAINT "short" ON DOMAIN "public"."letter" IS 'one only';
                        COMMENT ON DOMAIN "public"."letter" IS 'a';
                        COMMENT ON COLUMN "public"."address"."street" IS 'with number';
                        COMMENT ON TYPE "public"."address" IS 'where';
                        COMMENT ON SCHEMA "App" IS 'all of it';
                        COMMENT ON VIEW "App"."seen" IS 'It''s seen';
                        COMMENT ON TRIGGER "set it" ON "App"."seen" IS 'in its place';
                        COMMENT ON RULE "none" ON "App"."seen" IS 'nothing new';
                        COMMENT ON COLUMN "App"."seen"."The id" IS 'one';
                        COMMENT ON MATERIALIZED VIEW "public"."How many" IS 'as of now';
                        COMMENT ON INDEX "public"."by n" IS 'to find it';
                        COMMENT ON COLUMN "public"."How many"."n" IS 'all';
                        COMMENT ON FUNCTION "public"."sum_of"("public"."pair") IS 'adds';
                        COMMENT ON OPERATOR "public".!!! (NONE, "public"."pair") IS 'not';
                        COMMENT ON CAST ("public"."pair" AS integer) IS 'sum';
                        """.lines().toList());
    }

    @Test
    void operators_and_casts() {
        assertThat(Rendered.only(
                CreateObject.class,
                RenderMode.PLAIN,
                PAIR,
                SUM,
                NOT,
                namespace("App").operator("<=>", o -> o
                        .left(PAIR)
                        .right(PAIR)
                        .function(SUM)
                        .commutator("<=>")
                        .negator("<!>")
                        .restrict("eqsel")
                        .join("eqjoinsel")
                        .hashes()
                        .merges()),
                operator("!!!", o -> o.right(PAIR).function(NOT)),
                cast(PAIR, integer()).withFunction(SUM).asAssignment(),
                cast(PAIR, text()).withInOut().asImplicit())).isEqualTo("""
                        CREATE TYPE "public"."pair" AS ("a" integer, "b" integer);
                        CREATE FUNCTION "public"."sum_of"("pair" "public"."pair") RETURNS integer LANGUAGE sql AS $body$SELECT 1$body$;
                        CREATE FUNCTION "public"."not_of"("pair" "public"."pair") RETURNS boolean LANGUAGE sql AS $body$SELECT true$body$;
                        CREATE OPERATOR "App".<=> (FUNCTION = "public"."sum_of", LEFTARG = "public"."pair", RIGHTARG = "public"."pair", COMMUTATOR = OPERATOR("App".<=>), NEGATOR = OPERATOR("App".<!>), RESTRICT = "pg_catalog"."eqsel", JOIN = "pg_catalog"."eqjoinsel", HASHES, MERGES);
                        CREATE OPERATOR "public".!!! (FUNCTION = "public"."not_of", RIGHTARG = "public"."pair");
                        CREATE CAST ("public"."pair" AS integer) WITH FUNCTION "public"."sum_of"("public"."pair") AS ASSIGNMENT;
                        CREATE CAST ("public"."pair" AS text) WITH INOUT AS IMPLICIT;
                        """);
    }
}
