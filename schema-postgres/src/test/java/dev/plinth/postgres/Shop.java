package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.model.sql.IndexMethod.GIN;
import static dev.plinth.model.sql.ReferentialAction.CASCADE;
import static dev.plinth.model.sql.TriggerEvent.UPDATE;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;

/** A small schema that uses every kind of object, needs no extension, and runs on every version. */
final class Shop {

    static final Function TOUCH = triggerFunction("touch", """
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            """);

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("email", varchar(255)).notNull().unique();
        t.column("tier", varchar(20)).notNull().oneOf("basic", "gold", "platinum").defaultTo(literal("basic"));
        t.column("tags", jsonb()).defaultTo(emptyJsonArray());
        t.column("active", bool()).defaultTo(literal(true));
        t.column("updated_at", timestamp()).defaultTo(now());
        t.trigger("touch_customers").before(UPDATE).forEachRow().execute(TOUCH);
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var customer = t.column("customer_id", uuid()).notNull().references(CUSTOMERS);
        t.column("amount", numeric(10, 2)).notNull().defaultTo(literal(0));
        t.column("lines", integer()).defaultTo(literal(5));
        var placed = t.column("placed_at", timestamp()).defaultTo(now());
        var details = t.column("details", jsonb());
        t.check("amount_not_negative", "amount >= 0");
        t.index("idx_orders_customer_placed").on(customer, placed.desc());
        t.index("idx_orders_details").on(details).using(GIN);
        t.index("idx_orders_large").on(placed).where("amount > 1000");
    });

    static final Table NOTES = table("notes", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var order = t.column("order_id", uuid());
        t.column("parent_id", uuid()).references("notes");
        t.foreignKey(order).references(ORDERS).onDelete(CASCADE);
        t.index(order);
    });

    static final Schema SCHEMA = schema("shop", CUSTOMERS, ORDERS, NOTES);

    /** What a person would write for it. */
    static final String SQL = """
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.updated_at = NOW();
                RETURN NEW;
            END;
            $$;
            CREATE TABLE customers (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                email varchar(255) NOT NULL UNIQUE,
                tier varchar(20) NOT NULL DEFAULT 'basic' CHECK (tier IN ('basic', 'gold', 'platinum')),
                tags jsonb DEFAULT '[]',
                active boolean DEFAULT true,
                updated_at timestamp DEFAULT now());
            CREATE TABLE orders (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                customer_id uuid NOT NULL REFERENCES customers,
                amount numeric(10, 2) NOT NULL DEFAULT 0,
                lines integer DEFAULT 5,
                placed_at timestamp DEFAULT now(),
                details jsonb,
                CONSTRAINT amount_not_negative CHECK (amount >= 0));
            CREATE TABLE notes (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                order_id uuid REFERENCES orders ON DELETE CASCADE,
                parent_id uuid REFERENCES notes);
            CREATE INDEX idx_orders_customer_placed ON orders (customer_id, placed_at DESC);
            CREATE INDEX idx_orders_details ON orders USING gin (details);
            CREATE INDEX idx_orders_large ON orders (placed_at) WHERE amount > 1000;
            CREATE INDEX notes_order_id_idx ON notes (order_id);
            CREATE TRIGGER touch_customers BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
            """;

    private Shop() {}
}
