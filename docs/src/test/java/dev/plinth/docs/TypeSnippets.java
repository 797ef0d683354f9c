package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Table;

/** The Java of docs/types.md. */
final class TypeSnippets {

    enum Size {
        SMALL,
        LARGE
    }

    static final EnumType STATUS = enumType("status", "open", "in progress", "closed");

    static final EnumType SIZE = enumType("size", Size.values());

    static final Table TICKETS = table("tickets", t -> {
        t.column("status", STATUS).notNull().defaultTo(literal("open"));
        t.column("history", arrayOf(STATUS));
        t.column("size", SIZE);
    });

    static final Schema SCHEMA = schema("types", TICKETS);

    private TypeSnippets() {}
}
