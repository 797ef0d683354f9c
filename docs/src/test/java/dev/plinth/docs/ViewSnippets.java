package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;

/** The Java of docs/views.md. */
final class ViewSnippets {

    static final Table CUSTOMER_TABLE = table("customers", t -> {
        t.column("id", integer()).primaryKey();
        t.column("name", text());
    });

    static final Table ORDERS = table("orders", t -> {
        t.column("id", integer()).primaryKey();
        t.column("customer", integer()).references(CUSTOMER_TABLE);
        t.column("total", numeric());
        t.column("status", text());
        t.column("at", date());
    });

    static final View OPEN_ORDERS = view("open_orders", """
            SELECT o.id, o.customer, o.total
            FROM public.orders o
            WHERE o.status = 'open'
            """);

    static final Function WRITE_CUSTOMER = triggerFunction("write_customer", """
            BEGIN
                INSERT INTO public.customers VALUES (NEW.id, lower(NEW.name));
                RETURN NEW;
            END;
            """);

    static final View CUSTOMERS = view("customer_list", "SELECT id, upper(name) FROM public.customers", v -> {
        v.columns("id", "name").securityBarrier();
        v.trigger("customer_list_write").insteadOf(INSERT, UPDATE).forEachRow().execute(WRITE_CUSTOMER);
    });

    static final Function IS_MINE = function("is_mine", f -> {
        f.argument("customer", integer());
        f.returns(bool()).language("sql").stable()
                .body("SELECT EXISTS (SELECT FROM public.customer_list c WHERE c.id = customer AND c.name = current_user)");
    });

    static final View OWN_ORDERS =
            view("own_orders", "SELECT * FROM public.orders WHERE public.is_mine(customer)", v -> {
                v.securityInvoker().withCheckOption();
                v.dependsOn(CUSTOMERS);
            });

    static final View SUPPORT_ORDERS = view(
            "support_orders",
            "SELECT id, customer, status, at FROM public.orders",
            v -> v.defaultTo("status", literal("asked")).defaultTo("at", sql("CURRENT_DATE")));

    static final MaterializedView SALES = materializedView("sales", """
            SELECT o.at::date AS day, sum(o.total) AS total
            FROM public.orders o
            GROUP BY o.at::date
            """, v -> {
        v.with("fillfactor", 90);
        v.index("sales_day").on(v.column("day")).unique();
    });

    static final Table GONE = table("gone", t -> {
        t.column("article", integer());
        t.column("at", timestampWithTimeZone());
    });

    static final Table ARTICLES = table("articles", t -> {
        t.column("id", integer()).primaryKey();
        t.column("price", numeric());
        t.rule("articles_noted").on(DELETE).doAlso("INSERT INTO public.gone VALUES (old.id, now())", "NOTIFY articles");
    });

    static final View PRICES = view("prices", "SELECT id, price FROM public.articles", v -> {
        v.rule("prices_update")
                .on(UPDATE)
                .where("NEW.price > 0")
                .doInstead("UPDATE public.articles SET price = new.price WHERE (articles.id = old.id)");
        v.rule("prices_delete").on(DELETE).doInsteadNothing();
    });

    static final Schema SCHEMA = schema(
            "views",
            CUSTOMER_TABLE,
            ORDERS,
            GONE,
            ARTICLES,
            IS_MINE,
            OPEN_ORDERS,
            CUSTOMERS,
            OWN_ORDERS,
            SUPPORT_ORDERS,
            SALES,
            PRICES,
            grant(SELECT).on(OPEN_ORDERS).to("support"),
            grant(UPDATE).on(OWN_ORDERS, "status").to("app"));

    private ViewSnippets() {}
}
