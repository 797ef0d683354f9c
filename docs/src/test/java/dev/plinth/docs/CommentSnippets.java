package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Table;

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

    static final CompositeType ADDRESS = compositeType("address", c -> c
            .attribute("street", text())
            .comment("Where somebody lives")
            .comment("street", "With the number"));

    static final Schema SCHEMA =
            schema("orders", ORDERS, ADDRESS, namespace("app").comment("What the application has"));

    private CommentSnippets() {}
}
