package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;

/** The schemas of docs/migrating.md. */
final class Migrated {

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("email", varchar(320)).notNull().unique();
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var customer = t.column("customer_id", uuid()).notNull().references(CUSTOMERS);
        t.column("status", varchar(10)).notNull().oneOf("open", "paid");
        t.index("orders_by_customer").on(customer);
    });

    /** What the Flyway migrations made. */
    static final Schema AS_IT_IS = schema("shop", CUSTOMERS, ORDERS);

    static final Table REFUNDS = table("refunds", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("order_id", uuid()).notNull().references(ORDERS);
        t.column("refunded_at", timestampWithTimeZone()).notNull().defaultTo(now());
    });

    /** What comes next, without a migration. */
    static final Schema WITH_REFUNDS = schema("shop", CUSTOMERS, ORDERS, REFUNDS);

    /** What Hibernate made of {@link HibernateEntities}. */
    static final Schema ENTITIES = schema("billing",
            table("accounts", t -> {
                t.column("id", uuid()).primaryKey();
                t.column("email", varchar(320)).notNull().unique();
            }),
            table("invoices", t -> {
                t.column("id", uuid()).primaryKey();
                var account = t.column("account_id", uuid()).notNull().references("accounts");
                t.column("status", varchar(255)).notNull().oneOf("OPEN", "PAID");
                t.column("issued_at", timestampWithTimeZone(6));
                t.index(account);
            }));

    private Migrated() {}
}
