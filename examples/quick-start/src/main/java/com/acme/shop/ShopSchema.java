package com.acme.shop;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.job.Job;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;

public final class ShopSchema {

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("email", varchar(320)).notNull().unique();
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var customer = t.column("customer_id", uuid()).notNull().references(CUSTOMERS);
        t.column("status", varchar(10)).notNull().oneOf("open", "paid");
        var placed = t.column("placed_at", timestampWithTimeZone()).notNull().defaultTo(now());
        t.index(customer, placed.desc());
    });

    public static final Schema SCHEMA = schema("shop", CUSTOMERS, ORDERS);

    private ShopSchema() {}

    public static void main(String[] arguments) {
        System.exit(Job.of("shop-schema", SCHEMA).run(arguments));
    }
}
