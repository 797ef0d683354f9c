package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.SET_DEFAULT;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, foreign keys and checks with everything that they may say. */
class ConstraintsTest {

    private static final Table ROOMS = table("rooms", t -> {
        var house = t.column("house", integer());
        var number = t.column("number", integer());
        var name = t.column("name", text());
        var code = t.column("code", text());
        t.primaryKey(house, number).include(name).with("fillfactor", 80);
        t.unique(name).initiallyDeferred();
        t.unique(name, house).deferrable().include(code).with("deduplicate_items", false).named("rooms_name_house");
        t.check("rooms_none_here", "number <> 13").noInherit();
        t.check("rooms_old", "number > 0").notValid();
        t.index("rooms_by_code").on(code).unique();
    });

    private static final Table STAYS = table("stays", t -> {
        var house = t.column("house", integer());
        var number = t.column("number", integer());
        var code = t.column("code", text());
        t.foreignKey(house, number).references(ROOMS).matchFull().onDelete(CASCADE).initiallyDeferred();
        t.foreignKey(house, number).references(ROOMS).named("stays_twin").deferrable();
        t.foreignKey(code).references(ROOMS, "code");
        t.foreignKey(code).references(ROOMS, "code").named("stays_old").notValid();
        t.check("rooms_old", "number IS NOT NULL").notValid();
    });

    static final Acceptance ACCEPTANCE = new Acceptance(schema("hotel", ROOMS, STAYS), """
            CREATE TABLE rooms (house integer, number integer, name text, code text,
              PRIMARY KEY (house, number) INCLUDE (name) WITH (fillfactor = 80),
              UNIQUE (name) DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT rooms_name_house UNIQUE (name, house) INCLUDE (code) WITH (deduplicate_items = false) DEFERRABLE,
              CONSTRAINT rooms_none_here CHECK (number <> 13) NO INHERIT);
            ALTER TABLE rooms ADD CONSTRAINT rooms_old CHECK (number > 0) NOT VALID;
            CREATE UNIQUE INDEX rooms_by_code ON rooms (code);
            CREATE TABLE stays (house integer, number integer, code text,
              FOREIGN KEY (house, number) REFERENCES rooms MATCH FULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT stays_twin FOREIGN KEY (house, number) REFERENCES rooms DEFERRABLE,
              FOREIGN KEY (code) REFERENCES rooms (code));
            ALTER TABLE stays ADD CONSTRAINT stays_old FOREIGN KEY (code) REFERENCES rooms (code) NOT VALID,
              ADD CONSTRAINT rooms_old CHECK (number IS NOT NULL) NOT VALID;
            """);

    private static final Schema SOME_COLUMNS = schema("some", table("tenants", t -> {
        var tenant = t.column("tenant", integer());
        var id = t.column("id", integer());
        t.primaryKey(tenant, id);
        var boss = t.column("boss", integer());
        var room = t.column("room", integer());
        t.foreignKey(tenant, boss).references("tenants").onDelete(SET_NULL, boss);
        t.foreignKey(tenant, room).references("tenants").onDelete(SET_DEFAULT, room);
        t.unique(boss, room).nullsNotDistinct();
    }));

    static final String SOME_COLUMNS_SQL = """
            CREATE TABLE tenants (tenant integer, id integer, boss integer, room integer, PRIMARY KEY (tenant, id),
              FOREIGN KEY (tenant, boss) REFERENCES tenants ON DELETE SET NULL (boss),
              FOREIGN KEY (tenant, room) REFERENCES tenants ON DELETE SET DEFAULT (room),
              UNIQUE NULLS NOT DISTINCT (boss, room));
            """;

    private static final Schema PERIODS = schema("periods", table("prices", t -> {
        var shop = t.column("shop", nativeType("int4range"));
        var during = t.column("during", nativeType("daterange"));
        t.primaryKey(shop, during).withoutOverlaps();
        t.check("prices_note", "NOT isempty(shop)").notEnforced();
    }), table("sales", t -> {
        var shop = t.column("shop", nativeType("int4range"));
        var during = t.column("during", nativeType("daterange"));
        t.foreignKey(shop, during).references("prices").period();
        t.foreignKey(shop, during).references("prices").period().named("sales_note").notEnforced();
        t.unique(shop, during).withoutOverlaps();
    }));

    static final String PERIODS_SQL = """
            CREATE TABLE prices (shop int4range, during daterange, PRIMARY KEY (shop, during WITHOUT OVERLAPS),
              CONSTRAINT prices_note CHECK (NOT isempty(shop)) NOT ENFORCED);
            CREATE TABLE sales (shop int4range, during daterange,
              FOREIGN KEY (shop, PERIOD during) REFERENCES prices (shop, PERIOD during),
              CONSTRAINT sales_note FOREIGN KEY (shop, PERIOD during) REFERENCES prices (shop, PERIOD during) NOT ENFORCED,
              UNIQUE (shop, during WITHOUT OVERLAPS));
            """;

    @OnEachServer
    void areTheSameAsFromThePlainSql(PostgresServer server) {
        ACCEPTANCE.check(server);
    }

    @OnEachServer
    void comeBack(PostgresServer server) {
        ACCEPTANCE.comesBack(server, List.of(
                "ALTER TABLE stays DROP CONSTRAINT stays_twin",
                "ALTER TABLE stays DROP CONSTRAINT stays_house_number_fkey",
                "ALTER TABLE stays DROP CONSTRAINT stays_old, DROP CONSTRAINT rooms_old",
                "ALTER TABLE rooms DROP CONSTRAINT rooms_old, DROP CONSTRAINT rooms_none_here",
                "ALTER TABLE rooms DROP CONSTRAINT rooms_name_key, DROP CONSTRAINT rooms_name_house",
                "ALTER TABLE rooms DROP CONSTRAINT rooms_pkey CASCADE",
                "DROP INDEX rooms_by_code CASCADE",
                "DROP TABLE stays",
                "DROP TABLE rooms CASCADE"));
    }

    @OnEachServer
    void knowSomeColumnsAndNullsSincePostgres15(PostgresServer server) {
        since(15, server, SOME_COLUMNS, SOME_COLUMNS_SQL,
                List.of("ON DELETE of some columns of tenants_tenant_boss_fkey needs PostgreSQL 15, "
                        + "and the server is PostgreSQL 14; name no columns, or use a trigger"));
    }

    @OnEachServer
    void knowPeriodsAndNotesSincePostgres18(PostgresServer server) {
        String needs = " needs PostgreSQL 18, and the server is PostgreSQL " + version(server) + "; ";
        since(18, server, PERIODS, PERIODS_SQL, List.of(
                "WITHOUT OVERLAPS of prices_pkey" + needs + "use exclude(...)",
                "WITHOUT OVERLAPS of sales_shop_during_key" + needs + "use exclude(...)",
                "PERIOD" + needs + "check it in a trigger",
                "PERIOD" + needs + "check it in a trigger"));
    }

    private static int version(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            return Integer.parseInt(
                    database.query("SELECT current_setting('server_version_num')::integer / 10000").getFirst());
        }
    }

    private static void since(int first, PostgresServer server, Schema schema, String sql, List<String> reasons) {
        if (version(server) >= first) {
            new Acceptance(schema, sql).check(server);
            return;
        }
        try (TestDatabase database = server.createDatabase()) {
            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::detail)).containsExactlyElementsOf(reasons);
        }
    }

    static Stream<Arguments> drifts() {
        return Stream.of(
                drift("ALTER TABLE rooms DROP CONSTRAINT rooms_pkey CASCADE, ADD PRIMARY KEY (house, number);"
                        + "ALTER TABLE stays ADD CONSTRAINT stays_house_number_fkey FOREIGN KEY (house, number)"
                        + " REFERENCES rooms MATCH FULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
                        + " ADD CONSTRAINT stays_twin FOREIGN KEY (house, number) REFERENCES rooms DEFERRABLE",
                        "constraint rooms_pkey on rooms: definition: schema says PRIMARY KEY (house, number) INCLUDE (name),"
                                + " store has PRIMARY KEY (house, number)",
                        "constraint rooms_pkey on rooms: storage parameters: schema says fillfactor=80, store has nothing"),
                drift("ALTER TABLE rooms DROP CONSTRAINT rooms_name_key, ADD UNIQUE (name) DEFERRABLE",
                        "constraint rooms_name_key on rooms: definition: schema says UNIQUE (name) DEFERRABLE INITIALLY"
                                + " DEFERRED, store has UNIQUE (name) DEFERRABLE"),
                drift("ALTER TABLE rooms DROP CONSTRAINT rooms_name_house,"
                        + " ADD CONSTRAINT rooms_name_house UNIQUE (name, house) INCLUDE (code) WITH (fillfactor = 50)",
                        "constraint rooms_name_house on rooms: definition: schema says UNIQUE (name, house) INCLUDE (code)"
                                + " DEFERRABLE, store has UNIQUE (name, house) INCLUDE (code)",
                        "constraint rooms_name_house on rooms: storage parameters: schema says deduplicate_items=false,"
                                + " store has fillfactor=50"),
                drift("ALTER TABLE rooms DROP CONSTRAINT rooms_none_here,"
                        + " ADD CONSTRAINT rooms_none_here CHECK (number <> 13)",
                        "constraint rooms_none_here on rooms: definition: schema says CHECK (number <> 13) NO INHERIT,"
                                + " store has CHECK (number <> 13)"),
                drift("ALTER TABLE rooms VALIDATE CONSTRAINT rooms_old",
                        "constraint rooms_old on rooms: enforcement: schema says NOT VALID, store has valid for all rows"),
                drift("ALTER TABLE stays DROP CONSTRAINT stays_house_number_fkey, ADD FOREIGN KEY (house, number)"
                        + " REFERENCES rooms ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED",
                        "constraint stays_house_number_fkey on stays: definition: schema says FOREIGN KEY (house, number)"
                                + " REFERENCES rooms(house, number) MATCH FULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
                                + " store has FOREIGN KEY (house, number) REFERENCES rooms(house, number) ON DELETE CASCADE"
                                + " DEFERRABLE INITIALLY DEFERRED"),
                drift("ALTER TABLE stays VALIDATE CONSTRAINT stays_old",
                        "constraint stays_old on stays: enforcement: schema says NOT VALID, store has valid for all rows"));
    }

    private static Arguments drift(String change, String... messages) {
        return Arguments.of(change, Stream.of(messages)
                .map(it -> it + "; left as it is; change it with a migration, or change the schema").toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drifts")
    void whatDiffersIsReported(String change, List<String> messages) {
        assertThat(ACCEPTANCE.drift(change)).containsExactlyElementsOf(messages);
    }
}
