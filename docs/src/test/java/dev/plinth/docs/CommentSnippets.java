package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;

/** The Java of docs/comments.md. */
final class CommentSnippets {

    static final EnumType STATE = enumType("state", "open", "closed").comment("What became of an order");

    static final Table ORDERS = table("orders", t -> {
        t.comment("What customers want");
        t.column("id", integer()).primaryKey();
        var state = t.column("state", STATE).comment("Set by the warehouse");
        t.check("positive", "id > 0").comment("0 is for tests");
        t.index(state).comment("For the list of open orders");
    });

    static final View OPEN_ORDERS = view("open_orders", "SELECT id FROM public.orders WHERE state = 'open'", v -> {
        v.comment("What is to do").comment("id", "Of the order");
        v.rule("keep").on(DELETE).doInsteadNothing().comment("Orders are closed, never deleted");
    });

    static final CompositeType ADDRESS = compositeType("address", c -> c
            .attribute("street", text())
            .comment("Where somebody lives")
            .comment("street", "With the number"));

    static final Schema SCHEMA = schema(
            "orders", ORDERS, ADDRESS, OPEN_ORDERS, namespace("app").comment("What the application has"));

    private CommentSnippets() {}
}
