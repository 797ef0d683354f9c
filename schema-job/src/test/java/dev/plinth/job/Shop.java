package dev.plinth.job;

import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Table;

/** The schemas that the tests name on the command line. */
final class Shop {

    static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("email", text()).notNull().unique();
    });

    static final DynamoTable CARTS = dynamoTable("Carts", t -> t.partitionKey(t.string("cart_id")));

    static final Schema SCHEMA = schema("shop", CUSTOMERS, CARTS);
    static final Schema TABLES = schema("shop", CUSTOMERS);
    static final Schema DOCUMENTS = schema("shop", CARTS);
    static final Schema LATER = null;
    static final Schema PLACES = schema("places", table("places", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("position", geography(POINT, 4326));
    }));

    static final Schema STAYS = schema("stays", table("stays", t -> {
        var room = t.column("room", integer()).nullable();
        t.exclude(room.with("=")).named("stays_apart");
    }));

    final Schema ofAnInstance = TABLES;

    private Shop() {}

    /** A schema that cannot be put together. */
    static final class Broken {
        static final Schema SCHEMA = schema("broken", table("orders", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("customer_id", uuid()).references("custmers");
        }), CUSTOMERS);

        private Broken() {}
    }
}
