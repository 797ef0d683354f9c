package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.postgres.GuardedAddition.TRIGGER;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresStore;
import javax.sql.DataSource;

/** The Java of docs/triggers.md. */
final class TriggerSnippets {

    static final Function NOTIFY = triggerFunction("notify_change", """
            BEGIN
                PERFORM pg_notify(TG_ARGV[0], NEW.id::text);
                RETURN NEW;
            END;
            """);

    static final Table ORDERS = table("orders", t -> {
        t.column("id", integer()).primaryKey();
        var status = t.column("status", text());
        t.trigger("orders_changed")
                .after(INSERT, UPDATE)
                .of(status)
                .forEachRow()
                .when("NEW.status = 'open'")
                .execute(NOTIFY, "orders");
    });

    static final Function COUNT = triggerFunction("count_lines", """
            BEGIN
                UPDATE counters SET lines = lines - (SELECT count(*) FROM gone);
                RETURN NULL;
            END;
            """);

    static final Function BALANCE = triggerFunction("check_balance", """
            BEGIN
                IF (SELECT sum(amount) FROM lines) <> 0 THEN
                    RAISE EXCEPTION 'not balanced';
                END IF;
                RETURN NULL;
            END;
            """);

    static final Table LINES = table("lines", t -> {
        t.column("amount", integer());
        t.trigger("lines_counted").after(DELETE).referencingOldTable("gone").forEachStatement().execute(COUNT);
        t.constraintTrigger("lines_balance")
                .after(INSERT, UPDATE, DELETE)
                .initiallyDeferred()
                .forEachRow()
                .execute(BALANCE);
    });

    static final Namespace BUILT_IN = namespace("pg_catalog");

    static final Table PAGES = table("pages", t -> {
        t.column("body", text());
        t.column("words", nativeType("tsvector"));
        t.trigger("pages_words")
                .before(INSERT, UPDATE)
                .forEachRow()
                .executeExisting(
                        BUILT_IN.named("tsvector_update_trigger"), "words", "pg_catalog.english", "body");
    });

    static final Schema SCHEMA = schema("triggers", ORDERS, LINES, PAGES);

    private TriggerSnippets() {}

    static PostgresStore store(DataSource dataSource) {
        return PostgresStore.of(dataSource).allow(TRIGGER);
    }
}
