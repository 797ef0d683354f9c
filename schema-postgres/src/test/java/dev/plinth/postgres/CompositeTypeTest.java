package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import java.util.List;

class CompositeTypeTest extends KindAcceptance {

    private static final CompositeType MONEY = namespace("App").compositeType("Price", c -> c
            .attribute("amount", numeric(10, 2))
            .attribute("Currency", enumType("currency", "EUR", "USD")));

    private static final CompositeType ITEM = compositeType("item", c -> c
            .attribute("name", text(), "C")
            .attribute("price", MONEY)
            .attribute("tags", arrayOf(text()))
            .attribute("offers", arrayOf(MONEY)));

    private static final CompositeType NOTHING = compositeType("nothing", c -> {});

    @Override
    Schema declared() {
        return schema(
                "composites",
                table("orders", t -> {
                    t.column("id", integer()).primaryKey();
                    t.column("first", ITEM);
                    t.column("items", arrayOf(ITEM)).notNull();
                }),
                NOTHING);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE TYPE currency AS ENUM ('EUR', 'USD');
                CREATE TYPE "App"."Price" AS (amount numeric(10, 2), "Currency" currency);
                CREATE TYPE item AS (name text COLLATE "C", price "App"."Price", tags text[], offers "App"."Price"[]);
                CREATE TYPE nothing AS ();
                CREATE TABLE orders (id integer PRIMARY KEY, first item, items item[] NOT NULL);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE orders",
                "DROP TYPE nothing",
                "DROP TABLE orders; DROP TYPE item",
                "DROP TABLE orders; DROP TYPE item; DROP TYPE \"App\".\"Price\"; DROP TYPE currency",
                "ALTER TYPE item DROP ATTRIBUTE offers",
                "ALTER TYPE item DROP ATTRIBUTE tags, DROP ATTRIBUTE offers");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("ALTER TYPE nothing ADD ATTRIBUTE extra integer",
                        "composite type nothing: attribute extra: store has integer, which the schema does not declare"),
                Change.of("DROP TABLE orders; ALTER TYPE item ALTER ATTRIBUTE name TYPE varchar(10) COLLATE \"C\";"
                        + " CREATE TABLE orders (id integer PRIMARY KEY, first item, items item[] NOT NULL)",
                        "attribute name on item: type: schema says text, store has character varying(10)"),
                Change.of("DROP TABLE orders; ALTER TYPE item ALTER ATTRIBUTE name TYPE text COLLATE \"POSIX\";"
                        + " CREATE TABLE orders (id integer PRIMARY KEY, first item, items item[] NOT NULL)",
                        "attribute name on item: collation: schema says COLLATE pg_catalog.C, store has COLLATE"
                                + " pg_catalog.POSIX"),
                Change.of("DROP TABLE orders; DROP TYPE item; CREATE TYPE item AS ("
                        + "price \"App\".\"Price\", name text COLLATE \"C\", tags text[], offers \"App\".\"Price\"[]);"
                        + " CREATE TABLE orders (id integer PRIMARY KEY, first item, items item[] NOT NULL)",
                        "composite type item: order of attributes: schema says name, price, tags, offers, store has price,"
                                + " name, tags, offers"),
                Change.of("DROP TYPE nothing; CREATE TABLE nothing ()",
                        "composite type nothing: name: schema says a composite type, store has a table; nothing is created"
                                + " under that name; rename one of the two"),
                Change.of("ALTER TABLE orders ALTER first TYPE text",
                        "column orders.first: type: schema says item, store has text"));
    }
}
