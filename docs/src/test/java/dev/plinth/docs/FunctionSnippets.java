package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
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

    static final Function IS_OLD = function("is_old", f -> {
        f.argument("id", integer());
        f.returns(bool()).immutable().returnExpression("id < 1000");
    });

    static final Function CLOSE_OLD = procedure("close_old", p -> p.beginAtomic(
            "UPDATE public.tickets SET status = 'closed' WHERE public.is_old(tickets.id)",
            "DELETE FROM public.tickets WHERE (tickets.id = 0)"));

    static final Namespace BUILT_IN = namespace("pg_catalog");

    static final Function ADD_UP = function("add_up", f -> {
        f.argument("state", bigint());
        f.argument("value", integer());
        f.returns(bigint()).language("sql").immutable().parallelSafe().body("SELECT state + value");
    });

    static final Aggregate TOTAL = aggregate("total", a -> a
            .argument("value", integer())
            .sfunc(ADD_UP)
            .stype(bigint())
            .initcond("0")
            .combinefunc(BUILT_IN.named("int8pl"))
            .parallelSafe());

    static final Schema SCHEMA =
            schema("functions", SLUG, TICKETS, TICKETS_BY_STATUS, PURGE, IS_OLD, CLOSE_OLD, TOTAL);

    private FunctionSnippets() {}
}
