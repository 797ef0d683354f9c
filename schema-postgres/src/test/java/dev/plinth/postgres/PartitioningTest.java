package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.MAXVALUE;
import static dev.plinth.dsl.SchemaDsl.MINVALUE;
import static dev.plinth.dsl.SchemaDsl.NULL;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;

class PartitioningTest extends KindAcceptance {

    private static final Function TOUCH = triggerFunction("touch", "BEGIN RETURN NEW; END");

    private static final Table TENANTS = table("tenants", t -> t.column("id", bigint()).primaryKey());

    private static final Table EVENTS = table("events", t -> {
        var id = t.column("id", bigint()).generatedByDefaultAsIdentity();
        var at = t.column("created_at", timestampWithTimeZone()).notNull().defaultTo(now());
        var tenant = t.column("tenant_id", bigint()).references(TENANTS);
        var kind = t.column("kind", text()).oneOf("a", "b");
        t.primaryKey(id, at);
        t.index("events_by_tenant").on(tenant);
        t.trigger("touch_events").before(UPDATE).forEachRow().execute(TOUCH);
        t.partitionByRange(at);
        t.partition("events_2025", p -> p.from("2025-01-01").to("2026-01-01"));
        t.partition("events_2026", p -> p.from("2026-01-01").to("2027-01-01"), own -> {
            own.column("kind").notNull().defaultTo(literal("a"));
            own.index("events_2026_kind").on(kind);
            own.check("events_2026_tenant", "tenant_id > 0");
            own.with("fillfactor", 70);
        });
        t.partition("events_rest", p -> p.otherwise());
    });

    private static final Table NOTES = table("notes", t -> {
        var event = t.column("event_id", bigint());
        var at = t.column("event_created_at", timestampWithTimeZone());
        t.foreignKey(event, at).references(EVENTS);
    });

    private static final Table REGIONS = table("regions", t -> {
        var region = t.column("region", text());
        var code = t.column("code", integer());
        t.partitionByList(sql("lower(region)"));
        t.partition("regions_eu", p -> p.in("de", "fr"), own -> {
            own.partitionByHash(code);
            own.partition("regions_eu_0", p -> p.modulus(2).remainder(0));
            own.partition("regions_eu_1", p -> p.modulus(2).remainder(1), last -> last.index(region));
        });
        t.partition(namespace("parts"), "regions_none", p -> p.in(literal("us"), NULL));
        t.partition(namespace("parts"), "regions_asia", p -> p.in("jp"), own -> own.index(code));
    });

    private static final Table CODES = table("codes", t -> {
        var code = t.column("code", text());
        var number = t.column("number", integer());
        t.partitionByRange(code.sortedBy("C").operatorClass("text_pattern_ops"), number);
        t.partition("codes_low", p -> p.from(MINVALUE, MINVALUE).to(literal("M'x"), literal(-7)));
        t.partition("codes_high", p -> p.from(literal("M'x"), literal(-7)).to(MAXVALUE, MAXVALUE));
    });

    private static final Table DEEP = table("deep", t -> {
        var id = t.column("id", integer()).primaryKey();
        t.partitionByRange(id);
        t.partition("deep_low", p -> p.from(MINVALUE).to(literal(0)), own -> {
            own.partitionByRange(id);
            own.partition("deep_lowest", p -> p.otherwise());
        });
    });

    private static final Table OTHERS = table("others", t -> {
        var id = t.column("id", integer()).primaryKey();
        t.partitionByHash(id);
        t.partition("others_0", p -> p.modulus(1).remainder(0));
    });

    /** The triggers of a key are on both of its ends; those on partitions belong to others of the catalog, level by level. */
    @OnEachServer
    void aKeyThatIsDisabledForAPartitionThatItPointsToIsDrift(PostgresServer server) {
        Schema schema = schema("keys", DEEP,
                table("one", t -> t.column("deep_id", integer()).references(DEEP)),
                table("parted", t -> {
                    var id = t.column("deep_id", integer()).references(DEEP);
                    t.partitionByRange(id);
                    t.partition("parted_rest", p -> p.otherwise());
                }),
                table("other", t -> t.column("parent_id", integer()).references(OTHERS)), OTHERS);
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
            assertThat(initializer.apply().isComplete()).isTrue();
            assertThat(initializer.verify().stores().getFirst().drift()).isEmpty();
            database.execute("ALTER TABLE deep_lowest DISABLE TRIGGER ALL");

            assertThat(initializer.plan().stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                    "constraint one_deep_id_fkey on one: definition: store has DISABLE TRIGGER, which the schema does not"
                            + " declare",
                    "constraint parted_deep_id_fkey on parted: definition: store has DISABLE TRIGGER, which the schema does"
                            + " not declare");
        }
    }

    @Override
    Schema declared() {
        return schema("partitions", TENANTS, EVENTS, NOTES, REGIONS, CODES);
    }

    @Override
    String plainSql() {
        return """
                SET TimeZone = 'UTC';
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE tenants (id bigint PRIMARY KEY);
                CREATE TABLE events (
                    id bigint GENERATED BY DEFAULT AS IDENTITY,
                    created_at timestamptz NOT NULL DEFAULT now(),
                    tenant_id bigint REFERENCES tenants (id),
                    kind text CHECK (kind IN ('a', 'b')),
                    PRIMARY KEY (id, created_at)) PARTITION BY RANGE (created_at);
                CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                CREATE TABLE events_2026 PARTITION OF events (
                    kind NOT NULL DEFAULT 'a', CONSTRAINT events_2026_tenant CHECK (tenant_id > 0))
                    FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') WITH (fillfactor = 70);
                CREATE TABLE events_rest PARTITION OF events DEFAULT;
                CREATE TABLE notes (event_id bigint, event_created_at timestamptz,
                    FOREIGN KEY (event_id, event_created_at) REFERENCES events (id, created_at));
                CREATE INDEX events_by_tenant ON events (tenant_id);
                CREATE INDEX events_2026_kind ON events_2026 (kind);
                CREATE TRIGGER touch_events BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE TABLE regions (region text, code integer) PARTITION BY LIST (lower(region));
                CREATE TABLE regions_eu PARTITION OF regions FOR VALUES IN ('de', 'fr') PARTITION BY HASH (code);
                CREATE TABLE regions_eu_0 PARTITION OF regions_eu FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE regions_eu_1 PARTITION OF regions_eu FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE SCHEMA parts;
                CREATE TABLE parts.regions_none PARTITION OF regions FOR VALUES IN ('us', NULL);
                CREATE TABLE parts.regions_asia PARTITION OF regions FOR VALUES IN ('jp');
                CREATE INDEX ON parts.regions_asia (code);
                CREATE INDEX ON regions_eu_1 (region);
                CREATE TABLE codes (code text, number integer)
                    PARTITION BY RANGE (code COLLATE "C" text_pattern_ops, number);
                CREATE TABLE codes_low PARTITION OF codes FOR VALUES FROM (MINVALUE, MINVALUE) TO ('M''x', -7);
                CREATE TABLE codes_high PARTITION OF codes FOR VALUES FROM ('M''x', -7) TO (MAXVALUE, MAXVALUE);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "ALTER TABLE events DETACH PARTITION events_2026; DROP TABLE events_2026",
                "DROP TABLE notes, events",
                "DROP TABLE regions_eu; DROP INDEX events_2026_kind, events_by_tenant",
                "DROP TRIGGER touch_events ON events; ALTER TABLE events DROP CONSTRAINT events_tenant_id_fkey;"
                        + " ALTER TABLE events_2026 DROP CONSTRAINT events_2026_tenant");
    }

    @Override
    List<Change> changes() {
        String table = "table ";
        return List.of(
                Change.of(
                        "ALTER TABLE events DETACH PARTITION events_2025; ALTER TABLE events ATTACH PARTITION events_2025"
                                + " FOR VALUES FROM ('2025-01-02 00:00:00Z') TO ('2026-01-01 00:00:00Z')",
                        table + "events_2025: partition: schema says PARTITION OF events FOR VALUES FROM ('2025-01-01')"
                                + " TO ('2026-01-01'), store has PARTITION OF events FOR VALUES FROM"
                                + " ('2025-01-02 00:00:00+00') TO ('2026-01-01 00:00:00+00')"),
                Change.of(
                        "ALTER TABLE events DETACH PARTITION events_rest",
                        table + "events_rest: partition: schema says PARTITION OF events DEFAULT, store has a table of"
                                + " its own; nothing is attached; ALTER TABLE events ATTACH PARTITION events_rest DEFAULT"
                                + " makes it the partition, or rename one of the two"),
                Change.of(
                        "ALTER TABLE events_2026 ALTER kind SET DEFAULT 'b', ALTER kind DROP NOT NULL;"
                                + " ALTER TABLE events_2025 ALTER kind SET DEFAULT 'b'",
                        "column events_2025.kind: default: store has 'b'::text, which the schema does not declare",
                        "column events_2026.kind: nullability: schema says NOT NULL, store has nullable",
                        "column events_2026.kind: default: schema says 'a', store has 'b'::text"),
                Change.of(
                        "ALTER TABLE events ALTER created_at SET DEFAULT clock_timestamp();"
                                + " CREATE TABLE events_2024 PARTITION OF events"
                                + " FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                        "column events.created_at: default: schema says now(), store has clock_timestamp()"),
                Change.of(
                        "ALTER TABLE events_2025 DISABLE TRIGGER touch_events; ALTER TABLE events_rest DISABLE TRIGGER ALL;"
                                + " ALTER TABLE notes DISABLE TRIGGER ALL",
                        "trigger touch_events on events_2025: definition: store has DISABLE TRIGGER, which the schema does"
                                + " not declare",
                        "trigger touch_events on events_rest: definition: store has DISABLE TRIGGER, which the schema does"
                                + " not declare",
                        "constraint events_tenant_id_fkey on events_rest: definition: store has DISABLE TRIGGER, which the"
                                + " schema does not declare",
                        "constraint notes_event_id_event_created_at_fkey on notes: definition: store has DISABLE TRIGGER,"
                                + " which the schema does not declare"),
                Change.of(
                        "ALTER TABLE events_2025 ALTER kind SET STORAGE EXTERNAL",
                        "column events_2025.kind: STORAGE: store has EXTERNAL, which the schema does not declare; left as it"
                                + " is; ALTER TABLE events_2025 ALTER COLUMN kind SET STORAGE DEFAULT changes it, or change the"
                                + " schema"),
                Change.of(
                        "DROP TABLE regions; CREATE TABLE regions (region text, code integer)"
                                + " PARTITION BY LIST (upper(region)); CREATE TABLE regions_eu PARTITION OF regions"
                                + " FOR VALUES IN ('fr', 'de') PARTITION BY HASH (code);"
                                + " CREATE TABLE regions_eu_0 PARTITION OF regions_eu FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
                                + " CREATE TABLE regions_eu_1 PARTITION OF regions_eu FOR VALUES WITH (MODULUS 4, REMAINDER 1);"
                                + " CREATE TABLE parts.regions_none PARTITION OF regions FOR VALUES IN ('us');"
                                + " CREATE TABLE parts.regions_asia PARTITION OF regions FOR VALUES IN ('jp');"
                                + " CREATE INDEX ON parts.regions_asia (code);"
                                + " CREATE INDEX ON regions_eu_1 (region)",
                        table + "regions: partitioning: schema says PARTITION BY LIST (lower(region)), store has PARTITION"
                                + " BY LIST (upper(region))",
                        table + "regions_eu_1: partition: schema says PARTITION OF regions_eu FOR VALUES WITH (MODULUS 2,"
                                + " REMAINDER 1), store has PARTITION OF regions_eu FOR VALUES WITH (MODULUS 4, REMAINDER 1)",
                        table + "parts.regions_none: partition: schema says PARTITION OF regions FOR VALUES IN ('us', NULL),"
                                + " store has PARTITION OF regions FOR VALUES IN ('us')"));
    }
}
