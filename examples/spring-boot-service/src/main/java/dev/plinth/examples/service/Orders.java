package dev.plinth.examples.service;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;

/** Customers, what they ordered, and the lines of each order. */
public final class Orders {

    static final Function TOUCH = triggerFunction("touch_changed_at", """
            BEGIN
                NEW.changed_at = now();
                RETURN NEW;
            END;
            """);

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("name", varchar(200)).notNull();
        t.column("email", varchar(320)).notNull().unique();
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var customer = t.column("customer_id", uuid()).notNull().references(CUSTOMERS);
        t.column("state", varchar(20)).notNull().oneOf("open", "paid", "sent");
        var changed = t.column("changed_at", timestampWithTimeZone()).notNull().defaultTo(now());
        t.index("orders_by_customer").on(customer, changed.desc());
        t.trigger("orders_touch").before(UPDATE).forEachRow().execute(TOUCH);
    });

    static final Table ORDER_LINES = table("order_lines", t -> {
        var order = t.column("order_id", uuid()).notNull().references(ORDERS);
        var line = t.column("line", integer()).notNull();
        t.column("article", varchar(100)).notNull();
        t.column("quantity", integer()).notNull();
        t.primaryKey(order, line);
        t.check("order_lines_quantity", "quantity > 0");
    });

    public static final Schema SCHEMA = schema("orders", CUSTOMERS, ORDERS, ORDER_LINES);

    private Orders() {}
}
