package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresDdlTest {

    private static final Function TOUCH = triggerFunction("touch", "BEGIN RETURN NEW; END");

    private static final Table SHOPS = table("shops", t -> {
        t.describe("where things are sold");
        t.column("id", bigint()).primaryKey().describe("Primary key");
        t.column("main_product", bigint()).references("products");
        var place = t.column("place", geography(POINT, 4326));
        t.index(place);
    });

    private static final Table PRODUCTS = table("products", t -> {
        t.column("id", bigint()).primaryKey();
        t.column("shop", bigint()).notNull().references(SHOPS).describe("Who sells it");
        t.column("title", varchar(80)).describe("What the\ncustomer sees");
        t.trigger("touch_products").before(UPDATE).forEachRow().execute(TOUCH);
    });

    private static final Schema SCHEMA = schema("market", SHOPS, PRODUCTS).describe("A market place.");

    @Test
    void the_plain_script() {
        assertThat(PostgresDdl.plain().render(SCHEMA)).isEqualTo(
                """
                        -- Schema market for PostgreSQL.
                        -- A market place.
                        --
                        -- Builds an empty database; stops at the first object that exists.
                        -- Run it with: psql -v ON_ERROR_STOP=1 --single-transaction -f <this file>

                        SET client_encoding = 'UTF8';
                        SET standard_conforming_strings = on;
                        SET search_path = pg_catalog, "public", pg_temp;

                        CREATE EXTENSION "postgis" WITH SCHEMA "public";

                        CREATE FUNCTION "public"."touch"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN RETURN NEW; END$body$;

                        -- Table products
                        CREATE TABLE "public"."products" (
                          "id" bigint NOT NULL,
                          "shop" bigint NOT NULL, -- Who sells it
                          "title" character varying(80), -- What the customer sees
                          CONSTRAINT "products_pkey" PRIMARY KEY ("id")
                        );

                        CREATE TRIGGER "touch_products" BEFORE UPDATE ON "public"."products" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();

                        -- Table shops: where things are sold
                        CREATE TABLE "public"."shops" (
                          "id" bigint NOT NULL, -- Primary key
                          "main_product" bigint,
                          "place" "public"."geography"(Point,4326),
                          CONSTRAINT "shops_pkey" PRIMARY KEY ("id"),
                          CONSTRAINT "shops_main_product_fkey" FOREIGN KEY ("main_product") REFERENCES "public"."products" ("id")
                        );

                        CREATE INDEX "shops_place_idx" ON "public"."shops" ("place");

                        ALTER TABLE "public"."products" ADD CONSTRAINT "products_shop_fkey" FOREIGN KEY ("shop") REFERENCES "public"."shops" ("id");
                        """);
    }

    @Test
    void the_rerunnable_script() {
        assertThat(PostgresDdl.rerunnable().extensionNamespace("postgis", "gis").render(SCHEMA)).isEqualTo(
                """
                        -- Schema market for PostgreSQL.
                        -- A market place.
                        --
                        -- Creates what is missing, by name, and can be run again at any time. What exists is passed over, whatever
                        -- it looks like: no column is added to a table that exists, and an index is passed over where any other
                        -- relation has its name.
                        -- Run it with: psql -v ON_ERROR_STOP=1 -f <this file>

                        SET client_encoding = 'UTF8';
                        SET standard_conforming_strings = on;
                        SET search_path = pg_catalog, "gis", pg_temp;

                        CREATE EXTENSION IF NOT EXISTS "postgis" WITH SCHEMA "gis";

                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = '"public"'::pg_catalog.regnamespace AND proname = 'touch' AND pronargs = 0) THEN
                            CREATE FUNCTION "public"."touch"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN RETURN NEW; END$body$;
                          END IF;
                        END
                        $plinth$;

                        -- Table products
                        CREATE TABLE IF NOT EXISTS "public"."products" (
                          "id" bigint NOT NULL,
                          "shop" bigint NOT NULL, -- Who sells it
                          "title" character varying(80), -- What the customer sees
                          CONSTRAINT "products_pkey" PRIMARY KEY ("id")
                        );

                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."products"'::pg_catalog.regclass AND tgname = 'touch_products') THEN
                            CREATE TRIGGER "touch_products" BEFORE UPDATE ON "public"."products" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
                          END IF;
                        END
                        $plinth$;

                        -- Table shops: where things are sold
                        CREATE TABLE IF NOT EXISTS "public"."shops" (
                          "id" bigint NOT NULL, -- Primary key
                          "main_product" bigint,
                          "place" "gis"."geography"(Point,4326),
                          CONSTRAINT "shops_pkey" PRIMARY KEY ("id"),
                          CONSTRAINT "shops_main_product_fkey" FOREIGN KEY ("main_product") REFERENCES "public"."products" ("id")
                        );

                        CREATE INDEX IF NOT EXISTS "shops_place_idx" ON "public"."shops" ("place");

                        DO $plinth$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = '"public"."products"'::pg_catalog.regclass AND conname = 'products_shop_fkey') THEN
                            ALTER TABLE "public"."products" ADD CONSTRAINT "products_shop_fkey" FOREIGN KEY ("shop") REFERENCES "public"."shops" ("id");
                          END IF;
                        END
                        $plinth$;
                        """);
    }

    /** The same files with every version of jOOQ that is supported: its output may not depend on it. */
    @Test
    void every_form_is_rendered_as_it_always_was() {
        Snapshot.in(Path.of("src/test/snapshots/ddl")).file("plain.sql", PostgresDdl.plain(), BroadSchema.withPostgis())
                .file("rerunnable.sql", PostgresDdl.rerunnable(), BroadSchema.withPostgis()).verify();
    }

    @Test
    void every_statement_is_an_addition() {
        assertThat(StatementAllowList.violations(PostgresDdl.plain().render(BroadSchema.withPostgis()))).isEmpty();
        assertThat(StatementAllowList.violations(PostgresDdl.rerunnable().render(BroadSchema.withPostgis()))).isEmpty();
    }
}
