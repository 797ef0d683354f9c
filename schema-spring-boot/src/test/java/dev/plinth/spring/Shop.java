package dev.plinth.spring;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Table;

/** What the applications of these tests keep. */
final class Shop {

    static final Table ITEM = table("item", t -> {
        t.column("id", bigint()).primaryKey();
        t.column("name", varchar(200)).notNull();
    });

    static final Table INVOICE = table("invoice", t -> t.column("id", bigint()).primaryKey());

    static final Table STAYS = table("stays", t -> {
        var room = t.column("room", bigint()).nullable();
        t.exclude(room.with("=")).named("stays_apart");
    });

    static final DynamoTable CARTS = dynamoTable("Carts", t -> t.partitionKey(t.string("cart_id")));

    static final Schema ITEMS = schema("items", ITEM);

    static final Schema BILLING = schema("billing", INVOICE);

    static final Schema CARTS_ONLY = schema("carts", CARTS);

    static final Schema BOTH = schema("shop", ITEM, CARTS);

    private Shop() {}
}
