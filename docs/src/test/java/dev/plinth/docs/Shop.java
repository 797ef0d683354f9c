package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Table;

/** The small schema that the pages of the manual speak of. */
final class Shop {

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("email", varchar(200)).notNull().unique();
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var customer = t.column("customer_id", uuid()).notNull().references(CUSTOMERS);
        var placed = t.column("placed_at", timestamp()).defaultTo(now()).describe("When the customer confirmed");
        t.index(customer, placed.desc());
    });

    static final DynamoTable CARTS = dynamoTable("Carts", t -> {
        t.partitionKey(t.string("customer_id"));
    });

    static final Schema SCHEMA = schema("shop", CUSTOMERS, ORDERS, CARTS);

    private Shop() {}
}
