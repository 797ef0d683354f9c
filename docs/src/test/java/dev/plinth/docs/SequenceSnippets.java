package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.serial;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;

/** The Java of docs/sequences.md. */
final class SequenceSnippets {

    static final Table ORDERS = table("orders", t -> {
        t.column("id", bigint()).generatedAlwaysAsIdentity().primaryKey();
        t.column("number", integer())
                .generatedByDefaultAsIdentity(s -> s.sequenceName("order_numbers").startWith(1000));
    });

    static final Table ITEMS = table("items", t -> {
        t.column("id", bigserial()).primaryKey();
        t.column("position", serial(s -> s.sequenceName("positions").incrementBy(10)));
    });

    static final Sequence INVOICE_NUMBERS =
            sequence("invoice_numbers", s -> s.startWith(1000).incrementBy(50).maxValue(9_999_999).cache(20).cycle());

    static final Table INVOICES =
            table("invoices", t -> t.column("number", bigint()).defaultTo(nextval(INVOICE_NUMBERS)));

    static final Table CREDITS =
            table("credits", t -> t.column("number", bigint()).defaultTo(nextval(INVOICE_NUMBERS)));

    static final Table LINES = table("lines", t -> {
        t.column("price", numeric(10, 2)).notNull();
        t.column("quantity", integer()).notNull();
        t.column("total", numeric(12, 2)).generatedAlwaysAs("price * quantity");
    });

    static final Schema SCHEMA = schema("sequences", ORDERS, ITEMS, INVOICES, CREDITS, LINES);

    private SequenceSnippets() {}
}
