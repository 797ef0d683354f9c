package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timeWithTimeZone;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TableRenderingTest {

    @Test
    void columns_and_constraints_stand_one_a_line() {
        assertThat(Rendered.everything(table("agents", t -> {
            t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
            t.column("agent_id", varchar(100)).notNull().unique();
            t.column("agent_class", varchar(20)).notNull().oneOf("ingestion", "query", "management");
            t.column("tools", jsonb()).defaultTo(emptyJsonArray());
            t.column("enabled", bool()).defaultTo(literal(true));
            t.column("created_at", timestamp()).defaultTo(now());
        }))).isEqualTo(
                """
                        CREATE TABLE "public"."agents" (
                          "id" uuid DEFAULT gen_random_uuid() NOT NULL,
                          "agent_id" character varying(100) NOT NULL,
                          "agent_class" character varying(20) NOT NULL,
                          "tools" jsonb DEFAULT '[]'::jsonb,
                          "enabled" boolean DEFAULT true,
                          "created_at" timestamp without time zone DEFAULT now(),
                          CONSTRAINT "agents_pkey" PRIMARY KEY ("id"),
                          CONSTRAINT "agents_agent_id_key" UNIQUE ("agent_id"),
                          CONSTRAINT "agents_agent_class_check" CHECK ("agent_class" IN ('ingestion', 'query', 'management'))
                        );
                        """);
    }

    @Test
    void types_are_spelled_as_postgresql_prints_them_and_those_of_extensions_are_qualified() {
        assertThat(Rendered.only(CreateTable.class, RenderMode.PLAIN, table("types", t -> {
            t.column("a", numeric(10, 2));
            t.column("b", timestamp(3));
            t.column("c", timeWithTimeZone());
            t.column("d", arrayOf(timestampWithTimeZone(2)));
            t.column("e", geography(POINT, 4326));
            t.column("f", arrayOf(geography(POINT, 4326)));
            t.column("g", nativeType("pg_catalog.int4range"));
        }))).isEqualTo("""
                CREATE TABLE "public"."types" (
                  "a" numeric(10,2),
                  "b" timestamp(3) without time zone,
                  "c" time with time zone,
                  "d" timestamp(2) with time zone[],
                  "e" "public"."geography"(Point,4326),
                  "f" "public"."geography"(Point,4326)[],
                  "g" pg_catalog.int4range
                );
                """);
    }

    @Test
    void an_extension_in_another_namespace_qualifies_its_types_with_it() {
        Table places = table("places", t -> t.column("at", geography(POINT, 4326)));
        SqlRenderer renderer = new SqlRenderer(RenderContext.defaults().withExtension("postgis", "gis"));

        assertThat(renderer.statements(Rendered.changes(CreateTable.class, places).get(0), RenderMode.PLAIN))
                .containsExactly("""
                        CREATE TABLE "public"."places" (
                          "at" "gis"."geography"(Point,4326)
                        )""");
    }

    @Test
    void values_are_written_as_postgresql_prints_them() {
        assertThat(Rendered.everything(table("defaults", t -> {
            t.column("a", text()).defaultTo(literal("it's"));
            t.column("b", text()).defaultTo(literal("C:\\temp ? {0} :name"));
            t.column("c", numeric()).defaultTo(literal(new BigDecimal("1E+3")));
            t.column("d", integer()).defaultTo(literal(-5));
            t.column("e", bool()).defaultTo(literal(false));
            t.column("f", text()).defaultTo(literal(""));
        }))).isEqualTo("""
                CREATE TABLE "public"."defaults" (
                  "a" text DEFAULT 'it''s',
                  "b" text DEFAULT 'C:\\temp ? {0} :name',
                  "c" numeric DEFAULT 1000,
                  "d" integer DEFAULT -5,
                  "e" boolean DEFAULT false,
                  "f" text DEFAULT ''
                );
                """);
    }

    @Test
    void sql_in_a_default_stays_as_it_is_and_gets_parentheses_where_the_grammar_needs_them() {
        assertThat(Rendered.everything(table("defaults", t -> {
            t.column("a", timestamp()).defaultTo(sql("now() AT TIME ZONE 'utc'")).notNull();
            t.column("b", timestamp()).defaultTo(sql("timezone('utc', now())")).notNull();
            t.column("c", text()).defaultTo(sql("'a b'::text"));
            t.column("d", text()).defaultTo(sql("'a' || 'b'"));
            t.column("e", bool()).defaultTo(sql("('{}'::jsonb ? 'x')"));
            t.column("f", integer()).defaultTo(sql("1--one")).notNull();
        }))).isEqualTo("""
                CREATE TABLE "public"."defaults" (
                  "a" timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc') NOT NULL,
                  "b" timestamp without time zone DEFAULT timezone('utc', now()) NOT NULL,
                  "c" text DEFAULT 'a b'::text,
                  "d" text DEFAULT ('a' || 'b'),
                  "e" boolean DEFAULT ('{}'::jsonb ? 'x'),
                  "f" integer DEFAULT (1--one
                ) NOT NULL
                );
                """);
    }

    @Test
    void a_table_in_a_namespace_of_its_own_comes_with_the_namespace() {
        assertThat(Rendered.everything(namespace("audit").table("log", t -> t.column("at", timestamp())))).isEqualTo("""
                CREATE SCHEMA "audit";
                CREATE TABLE "audit"."log" (
                  "at" timestamp without time zone
                );
                """);
    }

    @Test
    void a_table_that_may_exist_is_passed_over() {
        Table log = namespace("audit").table("log", t -> t.column("at", timestamp()));

        assertThat(Rendered.only(CreateTable.class, RenderMode.RERUNNABLE, log)).isEqualTo("""
                CREATE TABLE IF NOT EXISTS "audit"."log" (
                  "at" timestamp without time zone
                );
                """);
    }

    @Test
    void a_column_is_added_to_a_table_that_exists() {
        Table users = table("users", t -> t.column("plan", varchar(20)).notNull().defaultTo(literal("free")));
        AddColumn added = new AddColumn(users.name(), users.columns().get(0));

        assertThat(Rendered.text(added, RenderMode.PLAIN)).isEqualTo("""
                ALTER TABLE "public"."users" ADD COLUMN "plan" character varying(20) DEFAULT 'free' NOT NULL;
                """);
        assertThat(Rendered.text(added, RenderMode.ONLINE)).isEqualTo(Rendered.text(added, RenderMode.PLAIN));
        assertThat(Rendered.text(added, RenderMode.RERUNNABLE)).isEqualTo(
                """
                        ALTER TABLE "public"."users" ADD COLUMN IF NOT EXISTS "plan" character varying(20) DEFAULT 'free' NOT NULL;
                        """);
    }

    @Test
    void descriptions_are_comments_that_no_line_break_ends() {
        Table table = table("t", t -> {
            t.column("a", text()).describe("first\nDROP TABLE x; \u2028 -- second");
            t.column("b", text()).describe("last");
        });
        SqlRenderer renderer = new SqlRenderer(RenderContext.defaults().withComments());

        assertThat(schema("s", table).tables()).containsExactly(table);
        assertThat(renderer.statements(new CreateTable(table), RenderMode.PLAIN)).containsExactly("""
                CREATE TABLE "public"."t" (
                  "a" text, -- first DROP TABLE x; -- second
                  "b" text -- last
                )""");
    }
}
