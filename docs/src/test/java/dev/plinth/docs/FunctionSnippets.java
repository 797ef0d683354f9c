package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;

/** The Java of docs/functions.md. */
final class FunctionSnippets {

    static final EnumType STATUS = enumType("status", "open", "closed");

    static final Function SLUG = function("slug", f -> {
        f.argument("title", text());
        f.argument("separator", text()).defaultTo(literal("-"));
        f.returns(text()).language("sql").immutable().strict().parallelSafe();
        f.body("SELECT lower(regexp_replace(title, '\\W+', separator, 'g'))");
    });

    static final Table TICKETS = table("tickets", t -> {
        t.column("id", integer());
        t.column("status", STATUS);
    });

    static final Function TICKETS_BY_STATUS = function("tickets_by_status", f -> {
        f.argument("wanted", STATUS);
        f.returnsTable("id", integer()).returnsTable("total", bigint());
        f.language("sql").stable().securityDefiner().rows(10).set("search_path", "public", "pg_temp");
        f.body("SELECT id, count(*) OVER () FROM tickets WHERE status = wanted");
    }).dependsOn(TICKETS);

    static final Function PURGE = procedure("purge", p -> {
        p.argument("before", integer());
        p.language("plpgsql").body("""
                BEGIN
                    DELETE FROM public.tickets WHERE id < before;
                END;
                """);
    });

    static final Schema SCHEMA = schema("functions", SLUG, TICKETS, TICKETS_BY_STATUS, PURGE);

    private FunctionSnippets() {}
}
