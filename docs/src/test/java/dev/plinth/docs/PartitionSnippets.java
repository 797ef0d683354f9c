package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.EXTERNAL;
import static dev.plinth.dsl.SchemaDsl.MAXVALUE;
import static dev.plinth.dsl.SchemaDsl.MINVALUE;
import static dev.plinth.dsl.SchemaDsl.NULL;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;

/** The Java of docs/partitioning.md. */
final class PartitionSnippets {

    static final Table EVENTS = table("events", t -> {
        var id = t.column("id", bigint()).generatedByDefaultAsIdentity();
        var at = t.column("created_at", timestampWithTimeZone()).notNull().defaultTo(now());
        var kind = t.column("kind", text());
        t.primaryKey(id, at);
        t.index("events_by_kind").on(kind);
        t.partitionByRange(at);
        t.partition("events_2025", p -> p.from("2025-01-01").to("2026-01-01"));
        t.partition("events_2026", p -> p.from("2026-01-01").to("2027-01-01"), own -> {
            own.column("kind").defaultTo(literal("visit"));
            own.index("events_2026_by_time").on(at);
            own.with("fillfactor", 90);
        });
        t.partition("events_rest", p -> p.otherwise());
    });

    static final Table ACCOUNTS = table("accounts", t -> {
        var region = t.column("region", text());
        var id = t.column("id", bigint()).notNull();
        t.partitionByList(sql("lower(region)"));
        t.partition("accounts_eu", p -> p.in("de", "fr"), own -> {
            own.partitionByHash(id);
            own.partition("accounts_eu_0", p -> p.modulus(2).remainder(0));
            own.partition("accounts_eu_1", p -> p.modulus(2).remainder(1));
        });
        t.partition(namespace("archive"), "accounts_none", p -> p.in(NULL));
    });

    static final Table RATES = table("rates", t -> {
        var code = t.column("code", text());
        var step = t.column("step", integer());
        t.partitionByRange(code.sortedBy("C").operatorClass("text_pattern_ops"), step);
        t.partition("rates_low", p -> p.from(MINVALUE, MINVALUE).to(literal("M"), literal(100)));
        t.partition("rates_high", p -> p.from(literal("M"), literal(100)).to(MAXVALUE, MAXVALUE));
    });

    static final Table VEHICLES = table("vehicles", t -> {
        t.column("id", bigserial()).primaryKey();
        t.column("wheels", integer()).notNull().defaultTo(literal(4));
        t.check("some_wheels", "wheels > 0");
    });

    static final Table CARS = table("cars", t -> {
        t.inherits(VEHICLES);
        t.column("doors", integer());
        t.primaryKey(t.column("id"));
    });

    static final Table PAGES = table("pages", t -> {
        t.column("id", integer()).primaryKey();
        t.column("body", text()).storage(EXTERNAL).compression("lz4").statistics(500);
        t.column("language", text()).with("n_distinct", 30);
        t.with("fillfactor", 70);
        t.with("autovacuum_vacuum_scale_factor", 0.02);
        t.with("toast.autovacuum_enabled", false);
        t.clusterOn("pages_pkey");
        t.replicaIdentityFull();
    });

    static final Table CACHE = table("cache", t -> {
        t.column("key", text()).primaryKey();
        t.unlogged();
    });

    static final Schema SCHEMA = schema("partitioning", EVENTS, ACCOUNTS, RATES, VEHICLES, CARS, PAGES, CACHE);

    private PartitionSnippets() {}
}
