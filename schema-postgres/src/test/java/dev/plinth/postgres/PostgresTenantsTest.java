package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.Step;
import dev.plinth.TenantReport;
import dev.plinth.TenantsReport;
import dev.plinth.json.TenantsJson;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import dev.plinth.text.TenantsText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** One schema in many namespaces of a database, and in many databases. */
class PostgresTenantsTest {

    @OnEachServer
    void fiftyNamespacesAreWhatThePlainSqlMakesAndThenCostOneRoundTrip(PostgresServer server) throws SQLException {
        List<String> namespaces = Estate.namespaces(50);
        try (TestDatabase byHand = server.createDatabase();
                TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server)) {
            Estate.buildByHand(byHand, namespaces);
            DataSource source = database.through(proxy);
            PostgresTenants tenants = PostgresTenants.of(Estate.SCHEMA).namespaces(source, namespaces);

            TenantsReport report = tenants.apply();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
            assertThat(report.created()).isEqualTo(50L * Estate.OBJECTS + Estate.SHARED_OBJECTS);
            assertThat(report.tenants()).extracting(TenantReport::tenant).isEqualTo(namespaces);
            assertThat(database.description()).isEqualTo(byHand.description());
            proxy.reset();
            source.getConnection().close();
            int connecting = proxy.roundTrips();
            proxy.reset();
            assertThat(tenants.apply().created()).isZero();
            assertThat(proxy.roundTrips()).isEqualTo(connecting + 1);
            assertThat(tenants.plan().isComplete()).isTrue();
            assertThat(tenants.verify().isComplete()).isTrue();
        }
    }

    @OnEachServer
    void aNamespaceMadeByHandIsCompleteAndWhatIsMissingIsPlannedWithoutChange(PostgresServer server) {
        List<String> namespaces = Estate.namespaces(3);
        try (TestDatabase database = server.createDatabase()) {
            Estate.buildByHand(database, namespaces.subList(0, 2));
            Estate.executeIn(database, namespaces.get(1), "DROP INDEX idx_orders_details; CREATE VIEW own AS SELECT 1");
            String before = database.description();

            TenantsReport plan = Estate.tenants(database, namespaces).plan();
            TenantsReport verified = Estate.tenants(database, namespaces).verify();

            assertThat(plan.tenants()).extracting(tenant -> tenant.report().steps(Step.Status.PLANNED).size())
                    .containsExactly(0, 1, Estate.OBJECTS);
            assertThat(plan.counts()).isEqualTo(Map.of(Finding.MISSING, 2L));
            assertThat(plan.exitCode()).isEqualTo(2);
            assertThat(verified.tenants().get(1).report().unmanaged())
                    .containsExactly("view " + namespaces.get(1) + ".own");
            assertThat(verified.tenants().getFirst().report().unmanaged()).isEmpty();
            assertThat(database.description()).isEqualTo(before);
        }
    }

    @OnEachServer
    void whatIsWrongWithOneTenantLeavesTheOthers(PostgresServer server) {
        List<String> namespaces = List.of("conflict", "drift", "blocked", "refused", "shared_gone", "fine");
        try (TestDatabase database = server.createDatabase()) {
            Estate.buildByHand(database, namespaces.subList(0, 3));
            Estate.executeIn(database, "conflict", "DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id");
            Estate.executeIn(database, "drift", "ALTER TABLE customers ALTER tier TYPE text");
            Estate.executeIn(database, "blocked",
                    "ALTER TABLE customers DROP CONSTRAINT customers_email_key;"
                            + "INSERT INTO customers (email) VALUES ('a'), ('a')");
            refuseTablesIn(database, "refused");

            TenantsReport report = Estate.tenants(database, namespaces).apply();

            assertThat(report.tenants()).extracting(TenantReport::findings).containsExactly(
                    List.of(Finding.DRIFT),
                    List.of(Finding.DRIFT),
                    List.of(Finding.BLOCKED),
                    List.of(Finding.FAILED, Finding.PENDING),
                    List.of(),
                    List.of());
            assertThat(report.failed()).singleElement().satisfies(tenant -> {
                assertThat(tenant.tenant()).isEqualTo("refused");
                assertThat(tenant.report().failures().getFirst()).contains("no table in refused");
            });
            assertThat(report.exitCode()).isEqualTo(1);
            assertThat(report.byGravity()).extracting(TenantReport::tenant)
                    .containsExactly("refused", "conflict", "drift", "blocked", "shared_gone", "fine");
            assertThat(report.tenants().getFirst().report().target()).endsWith(", namespace conflict");
            assertThatThrownBy(report::orThrow)
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining("1 of 6 tenants have what must not be; tenant refused: ");
        }
    }

    private static void refuseTablesIn(TestDatabase database, String namespace) {
        database.execute("CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE schema_name = '" + namespace
                + "' AND object_type = 'table') THEN RAISE 'no table in " + namespace + "'; END IF; END $$;"
                + " CREATE EVENT TRIGGER refuse ON ddl_command_end EXECUTE FUNCTION refuse()");
    }

    @Test
    void aSharedTableThatIsInTheWayHoldsBackOnlyWhatNeedsIt() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE SCHEMA common; CREATE VIEW common.countries AS SELECT 'x'::text AS code");

            TenantsReport report = Estate.tenants(database, List.of("a", "b")).apply();

            assertThat(report.shared()).singleElement()
                    .satisfies(shared -> assertThat(shared.drift()).hasSize(1));
            assertThat(report.tenants()).allSatisfy(tenant -> {
                assertThat(tenant.findings()).containsExactly(Finding.BLOCKED);
                assertThat(tenant.report().steps(Step.Status.BLOCKED)).singleElement()
                        .satisfies(step -> assertThat(step.describe()).contains("addresses_country_fkey"));
                assertThat(tenant.created()).isEqualTo(Estate.OBJECTS);
            });
        }
    }

    @OnEachServer
    void oneOfThreeDatabasesIsDown(PostgresServer server) throws IOException {
        try (TestDatabase one = server.createDatabase(); TestDatabase two = server.createDatabase()) {
            Map<String, DataSource> databases = new LinkedHashMap<>();
            databases.put("one", one.dataSource());
            databases.put("down", down());
            databases.put("two", two.dataSource());

            TenantsReport report = PostgresTenants.of(Shop.SCHEMA).databases(databases).apply();

            assertThat(report.tenants()).extracting(TenantReport::tenant).containsExactly("one", "down", "two");
            assertThat(report.failed()).extracting(TenantReport::tenant).containsExactly("down");
            assertThat(report.created()).isEqualTo(18);
            assertThat(TenantsJson.toJson(report) + TenantsText.of(report))
                    .contains("could not be inspected")
                    .doesNotContain("jdbc:", "secret");
        }
    }

    private static DataSource down() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            source.setUrl("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/gone?password=secret");
        }
        source.setUser("somebody");
        return source;
    }

    @Test
    void namespacesOfSeveralDatabasesAreToldApart() throws IOException {
        try (TestDatabase one = PostgresServers.main().createDatabase()) {
            TenantsReport report = PostgresTenants.of(Estate.SCHEMA)
                    .namespaces("eu", one.dataSource(), List.of("a", "b"))
                    .namespaces("us", down(), List.of("a"))
                    .apply();

            assertThat(report.tenants()).extracting(TenantReport::tenant).containsExactly("eu/a", "eu/b", "us/a");
            assertThat(report.failed()).extracting(TenantReport::tenant).containsExactly("us/a");
            assertThat(report.shared()).hasSize(2);
        }
    }

    @Test
    void anExecutorThatIsBusyIsNotWaitedFor() throws InterruptedException, ExecutionException {
        List<String> namespaces = Estate.namespaces(4);
        try (TestDatabase database = PostgresServers.main().createDatabase();
                ExecutorService single = Executors.newSingleThreadExecutor()) {
            PostgresTenants tenants =
                    PostgresTenants.of(Estate.SCHEMA).namespaces(database.pool(1), namespaces).executor(single);

            TenantsReport report = single.submit(tenants::apply).get();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
        }
    }

    @Test
    void rolesAreKnownWhereWhatIsSharedIsMadeInTheSameRun() {
        Table orders = table("orders", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity();
            t.policy("some").to("pg_monitor").using("id > 0");
        });
        Schema schema = schema(
                "roles",
                namespace("common").table("countries", t -> t.column("code", text())),
                orders,
                grant(SELECT).on(orders).to("pg_monitor"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants tenants = PostgresTenants.of(schema).namespaces(database.dataSource(), List.of("a", "b"));

            TenantsReport report = tenants.apply();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
            assertThat(tenants.verify().isComplete()).isTrue();
        }
    }

    @Test
    void aListenerHearsOfEachTenantByItsName() {
        Map<String, List<String>> heard = new ConcurrentHashMap<>();
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants.of(Estate.SCHEMA)
                    .namespaces("shop", database.dataSource(), List.of("a", "b"))
                    .listener((tenant, event) -> heard.computeIfAbsent(tenant, name -> new ArrayList<>())
                            .add(event.getClass().getSimpleName()))
                    .apply();
        }
        assertThat(heard).isEqualTo(Map.of(
                "shop",
                List.of("StoreStarted", "PlanComputed", "PlanComputed", "WorkStarted", "WorkDone", "StoreFinished"),
                "shop/a",
                List.of("StoreStarted", "WorkStarted", "WorkDone", "StoreFinished"),
                "shop/b",
                List.of("StoreStarted", "WorkStarted", "WorkDone", "StoreFinished")));
    }
}
