package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.text.ReportText;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Partitioned tables that hold rows, and partitions that somebody else made. */
class LivePartitionsTest {

    private static final String LIVE = """
            CREATE TABLE tenants (id bigint PRIMARY KEY);
            CREATE TABLE events (id bigint, day date, tenant bigint CONSTRAINT events_tenant_fkey REFERENCES tenants,
                PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            CREATE TABLE events_rest PARTITION OF events DEFAULT;
            CREATE TABLE notes (event bigint, day date, CONSTRAINT notes_event_day_fkey
                FOREIGN KEY (event, day) REFERENCES events);
            INSERT INTO events VALUES (1, '2025-05-05'), (2, '2026-05-05'), (3, '2030-05-05');
            """;

    private static Schema declared(Consumer<TableBuilder> more) {
        var tenants = table("tenants", t -> t.column("id", bigint()).primaryKey());
        var events = table("events", t -> {
            var id = t.column("id", bigint());
            var day = t.column("day", date());
            t.column("tenant", bigint()).references(tenants);
            t.primaryKey(id, day);
            t.partitionByRange(day);
            more.accept(t);
        });
        var notes = table("notes", t -> {
            var event = t.column("event", bigint());
            t.foreignKey(event, t.column("day", date())).references(events);
        });
        return schema("live", tenants, events, notes);
    }

    private static SchemaInitializer initializer(Schema schema, TestDatabase database) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
    }

    /** Keys and foreign keys that partitions have from their table, and a foreign key has from the partitions it points to. */
    @OnEachServer
    void partitionsThatNobodyDeclaredAreNoMatter(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(LIVE);

            Report report = initializer(declared(t -> {}), database).verify();

            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(report.stores().getFirst().drift()).isEmpty();
            assertThat(report.stores().getFirst().unmanaged()).isEmpty();

            Report ofParts = initializer(
                    declared(t -> {
                        t.partition("events_2025", p -> p.from("2025-01-01").to("2026-01-01"));
                        t.partition("events_rest", p -> p.otherwise());
                    }),
                    database)
                    .verify();

            assertThat(ofParts.stores().getFirst().steps()).isEmpty();
            assertThat(ofParts.stores().getFirst().drift()).isEmpty();
            assertThat(ofParts.stores().getFirst().unmanaged()).isEmpty();
        }
    }

    @Test
    void aPartitionIsAddedWhereNoRowStandsAgainstIt() {
        Schema schema = declared(t -> {
            t.partition("events_2024", p -> p.from("2024-01-01").to("2025-01-01"));
            t.partition("events_2026", p -> p.from("2026-01-01").to("2027-01-01"),
                    own -> own.index(own.column("tenant")));
            t.partition("events_y2025", p -> p.from("2025-01-01").to("2026-01-01"), own -> {
                own.partitionByList(own.column("day"));
                own.partition("events_y2025_may", p -> p.in("2025-05-05"));
            });
        });
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(LIVE);

            Report report = initializer(schema, database).apply();

            Step added = report.steps(Step.Status.DONE).getFirst();
            assertThat(added.statements()).containsExactly("CREATE TABLE \"public\".\"events_2024\" PARTITION OF"
                    + " \"public\".\"events\" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')");
            assertThat(added.hazards()).containsExactly(
                    new Hazard(
                            Hazard.Kind.BLOCKS_WRITES,
                            "readers and writers of events wait while events_2024 is created"),
                    new Hazard(
                            Hazard.Kind.SCANS_TABLE,
                            "CREATE TABLE ... PARTITION OF reads the whole of the default partition, if events has one,"));
            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::detail)).containsExactly(
                    "rows of another partition belong into events_2026, for example the row at ctid (0,1) of"
                            + " public.events_rest; move them out of events and back in again, once the partition is there",
                    "events_y2025 is not there under that name",
                    "needs table events_2026, which is blocked");
            assertThat(report.stores().getFirst().drift().stream().map(Drift::message)).containsExactly(
                    "table events_y2025: name: schema says events_y2025, store has events_2025; it counts as present; name"
                            + " it \"events_2025\" in the schema to make them agree");
        }
    }

    /** Names of 35 bytes that an index of 38 cuts to the same. */
    @Test
    void longNamesOfPartitionsDoNotMeet() {
        String part = "measurements_of_all_devices_2025_0";
        Schema schema = schema("long", table("measurements", t -> {
            var day = t.column("day", date());
            t.index("measurements_by_the_day_they_were_made").on(day);
            t.partitionByRange(day);
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE measurements (day date) PARTITION BY RANGE (day); CREATE TABLE " + part
                    + "1 PARTITION OF measurements FOR VALUES FROM ('2025-01-01') TO ('2025-02-01'); CREATE TABLE "
                    + part
                    + "2 PARTITION OF measurements FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');"
                    + " INSERT INTO measurements VALUES ('2025-01-05'), ('2025-02-05')");

            Report report = initializer(schema, database).apply();

            assertThat(report.isComplete()).as(ReportText.of(report)).isTrue();
            assertThat(database.query("SELECT relname FROM pg_class WHERE relkind IN ('i', 'I') AND relnamespace ="
                    + " 'public'::regnamespace ORDER BY 1")).isEqualTo(List.of(
                            "measurements_by_the_day_they_were_made",
                            "measurements_of_all_devices_2_measurements_by_the_day_they__idx",
                            "measurements_of_all_devices_2_measurements_by_the_day_they_idx1"));
            assertThat(initializer(schema, database).apply().steps(Step.Status.DONE)).isEmpty();
        }
    }

    @Test
    void aPartitionInAnotherNamespaceIsSaidAsTheSchemaSaysIt() {
        Schema schema = declared(t -> t.partition("events_2031", p -> p.from("2031-01-01").to("2032-01-01")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(LIVE + "CREATE SCHEMA dyn; CREATE TABLE dyn.events_2031 PARTITION OF events"
                    + " FOR VALUES FROM ('2031-01-01') TO ('2032-01-01')");

            Report report = initializer(schema, database).apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::message)).containsExactly(
                    "table events_2031: name: schema says events_2031, store has dyn.events_2031; it counts as present;"
                            + " declare it with t.partition(namespace(\"dyn\"), \"events_2031\", ...) to make them agree");
            Schema agreeing = declared(
                    t -> t.partition(namespace("dyn"), "events_2031", p -> p.from("2031-01-01").to("2032-01-01")));
            assertThat(initializer(agreeing, database).apply().stores().getFirst().drift()).isEmpty();
        }
    }

    /** In English b stands between A and Z, in the order of the key it does not. */
    @Test
    void rowsBelongWhereTheCollationOfTheKeySays() {
        Schema schema = schema("codes", table("codes", t -> {
            var code = t.column("code", text()).collate("en-x-icu");
            t.partitionByRange(code.sortedBy("C"));
            t.partition("codes_high", p -> p.from("a").to("z"));
            t.partition("codes_low", p -> p.from("A").to("Z"));
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE TABLE codes (code text COLLATE \"en-x-icu\") PARTITION BY RANGE (code COLLATE \"C\");"
                            + " CREATE TABLE codes_high PARTITION OF codes FOR VALUES FROM ('a') TO ('z');"
                            + " INSERT INTO codes VALUES ('b')");

            Report report = initializer(schema, database).apply();

            assertThat(report.isComplete()).as(ReportText.of(report)).isTrue();
            assertThat(report.steps(Step.Status.DONE)).hasSize(1);
        }
    }

    @Test
    void aPartitionThatCannotBeIsBlocked() {
        Schema overlapping = declared(t -> t.partition("events_new", p -> p.from("2025-12-01").to("2026-02-01")));
        String plain = """
                CREATE TABLE tenants (id bigint PRIMARY KEY);
                CREATE TABLE events (id bigint, day date, tenant bigint REFERENCES tenants, PRIMARY KEY (id, day));
                """;
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(LIVE);

            Report report = initializer(overlapping, database).apply();

            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::detail)).containsExactly(
                    "rows that belong into it belong into events_2025, a partition of events");

            database.execute("DROP TABLE notes, events, tenants; " + plain);

            Report ofPlain = initializer(overlapping, database).apply();

            assertThat(ofPlain.steps(Step.Status.BLOCKED).stream().map(Step::detail))
                    .containsExactly("events is not partitioned");
            assertThat(ofPlain.stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                    "table events: partitioning: schema says PARTITION BY RANGE (day), store has nothing");

            database.execute("DROP TABLE events CASCADE; CREATE VIEW events AS SELECT 1");

            Report ofView = initializer(overlapping, database).apply();

            assertThat(ofView.steps(Step.Status.BLOCKED).stream().map(Step::detail))
                    .containsExactly("events is not there under that name", "events is not a table");
        }
    }

    /** Nobody has to have declared the tables below. */
    @OnEachServer
    void anIdentityColumnIsNotAddedAboveOtherTables(PostgresServer server) {
        Schema schema = schema(
                "numbered",
                table("plain", t -> t.column("id", bigint()).generatedAlwaysAsIdentity()),
                table("parts", t -> {
                    t.partitionByRange(t.column("day", date()));
                    t.column("id", bigint()).generatedAlwaysAsIdentity();
                }));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE plain (); CREATE TABLE below () INHERITS (plain);"
                    + " CREATE TABLE parts (day date) PARTITION BY RANGE (day);"
                    + " CREATE TABLE part PARTITION OF parts DEFAULT");

            Report report = initializer(schema, database).apply();

            String words =
                    "PostgreSQL adds an identity column to no table that has tables below it, for example %s; declare it"
                            + " with defaultTo(nextval(...)), or detach those and attach them again in a migration";
            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::detail)).containsExactlyElementsOf(
                    server.major() < 17
                            ? List.of(words.formatted("below"), words.formatted("part"))
                            : List.of(words.formatted("below")));
            assertThat(report.steps(Step.Status.DONE)).hasSize(server.major() < 17 ? 0 : 1);
        }
    }

    /** Without a lock on writers: one of each partition, built concurrently and attached. */
    @OnEachServer
    void anIndexIsBuiltPartitionByPartition(PostgresServer server) {
        Schema schema = declared(t -> t.index("events_by_tenant").on(t.column("tenant")));
        try (TestDatabase database = server.createDatabase()) {
            database.execute(LIVE + """
                    CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
                        PARTITION BY LIST (id);
                    CREATE TABLE events_2027_1 PARTITION OF events_2027 FOR VALUES IN (1);
                    CREATE INDEX mine ON events_2025 (tenant);
                    """);

            Report report = initializer(schema, database).apply();

            Step step = report.steps(Step.Status.DONE).getFirst();
            assertThat(step.statements()).allMatch(StatementAllowList::allows).hasSize(9).startsWith(
                    "CREATE INDEX \"events_by_tenant\" ON ONLY \"public\".\"events\" (\"tenant\")",
                    "CREATE INDEX CONCURRENTLY \"events_2025_events_by_tenant_idx\" ON \"public\".\"events_2025\""
                            + " (\"tenant\")",
                    "ALTER INDEX \"public\".\"events_by_tenant\" ATTACH PARTITION"
                            + " \"public\".\"events_2025_events_by_tenant_idx\"");
            assertThat(valid(database)).containsExactly("t");
            assertThat(initializer(schema, database).apply().steps(Step.Status.DONE)).isEmpty();
        }
    }

    /** Whatever of it was there when the process was killed. */
    @Test
    void anInterruptedBuildGoesOn() {
        Schema schema = declared(t -> t.index("events_by_tenant").on(t.column("tenant")));
        List<String> left = List.of(
                "CREATE INDEX events_by_tenant ON ONLY events (tenant)",
                "CREATE INDEX events_2025_events_by_tenant_idx ON events_2025 (tenant)",
                "ALTER INDEX events_by_tenant ATTACH PARTITION events_2025_events_by_tenant_idx",
                "CREATE INDEX events_rest_events_by_tenant_idx ON events_rest (tenant); UPDATE pg_index"
                        + " SET indisvalid = false WHERE indexrelid = 'events_rest_events_by_tenant_idx'::regclass");
        for (int done = 1; done <= left.size(); done++) {
            try (TestDatabase database = PostgresServers.main().createDatabase()) {
                database.execute(LIVE + String.join(";", left.subList(0, done)));

                Report report = initializer(schema, database).apply();

                assertThat(report.isComplete()).isTrue();
                assertThat(valid(database)).containsExactly("t");
            }
        }
    }

    private static List<String> valid(TestDatabase database) {
        return database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'events_by_tenant'::regclass");
    }
}
