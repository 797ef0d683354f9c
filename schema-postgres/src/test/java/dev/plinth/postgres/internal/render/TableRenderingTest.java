package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.EXTERNAL;
import static dev.plinth.dsl.SchemaDsl.MINVALUE;
import static dev.plinth.dsl.SchemaDsl.NULL;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
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
    void partitions_of_each_kind_and_how_a_table_is_stored() {
        assertThat(Rendered.everything(table("rates", t -> {
            var code = t.column("the code", text());
            var step = t.column("step", integer());
            t.partitionByRange(code.sortedBy("C").operatorClass("text_pattern_ops"), step);
            t.tablespace("fast disk");
            t.partition("low", p -> p.from(MINVALUE, MINVALUE).to(literal("it's"), literal(1)), own -> {
                own.column("step").defaultTo(literal(7));
                own.with("fillfactor", 90).unlogged();
            });
            t.partition("rest", p -> p.otherwise(), own -> {
                own.partitionByHash(step);
                own.partition("rest_0", p -> p.modulus(2).remainder(0));
            });
        }), table("kinds", t -> {
            t.column("kind", text());
            t.partitionByList(sql("lower(kind)"));
            t.partition("some", p -> p.in("a", "it's"));
            t.partition("none", p -> p.in(NULL));
        }))).isEqualTo("""
                CREATE TABLE "public"."rates" (
                  "the code" text,
                  "step" integer
                ) PARTITION BY RANGE ("the code" COLLATE "C" text_pattern_ops, "step") TABLESPACE "fast disk";
                CREATE UNLOGGED TABLE "public"."low" PARTITION OF "public"."rates" (
                  "step" DEFAULT 7
                ) FOR VALUES FROM (MINVALUE, MINVALUE) TO ('it''s', 1) WITH (fillfactor = 90);
                CREATE TABLE "public"."rest" PARTITION OF "public"."rates" DEFAULT PARTITION BY HASH ("step");
                CREATE TABLE "public"."rest_0" PARTITION OF "public"."rest" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE "public"."kinds" (
                  "kind" text
                ) PARTITION BY LIST ((lower(kind)));
                CREATE TABLE "public"."some" PARTITION OF "public"."kinds" FOR VALUES IN ('a', 'it''s');
                CREATE TABLE "public"."none" PARTITION OF "public"."kinds" FOR VALUES IN (NULL);
                """);
    }

    @Test
    void inheritance_and_what_is_set_behind_a_table() {
        Table whole = table("whole", t -> {
            t.column("id", bigint()).primaryKey();
            t.check("positive", "id > 0");
        });
        Table part = table("part", t -> {
            t.inherits(whole);
            t.column("body", text()).storage(EXTERNAL).compression("pglz").statistics(500).with("n_distinct", -0.5);
            t.index("part_by_body").on(t.column("body2", text()));
            t.clusterOn("part_by_body");
            t.replicaIdentityFull();
            t.with("fillfactor", 70).with("toast.autovacuum_enabled", false);
        });
        assertThat(Rendered.everything(whole, part)).isEqualTo("""
                CREATE TABLE "public"."whole" (
                  "id" bigint NOT NULL,
                  CONSTRAINT "whole_pkey" PRIMARY KEY ("id"),
                  CONSTRAINT "positive" CHECK (id > 0)
                );
                CREATE TABLE "public"."part" (
                  "body" text COMPRESSION pglz,
                  "body2" text
                ) INHERITS ("public"."whole") WITH (fillfactor = 70, toast.autovacuum_enabled = false);
                ALTER TABLE "public"."part" ALTER COLUMN "body" SET STORAGE EXTERNAL;
                ALTER TABLE ONLY "public"."part" ALTER COLUMN "body" SET STATISTICS 500;
                ALTER TABLE "public"."part" ALTER COLUMN "body" SET (n_distinct = -0.5);
                ALTER TABLE "public"."part" REPLICA IDENTITY FULL;
                CREATE INDEX "part_by_body" ON "public"."part" ("body2");
                ALTER TABLE "public"."part" CLUSTER ON "part_by_body";
                """);
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
