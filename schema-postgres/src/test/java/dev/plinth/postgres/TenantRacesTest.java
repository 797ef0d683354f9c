package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.TenantReport;
import dev.plinth.TenantsReport;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.EventTriggers;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.text.ReportText;
import dev.plinth.text.TenantsText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever happens to tenants at the same time, or half-way: all of them end up complete. */
class TenantRacesTest {

    private static final String SHARED_KEY = "SELECT pg_try_advisory_xact_lock_shared(1886154356, 1)";

    @OnEachServer
    void twoTenantInitializersAndTwoOfOneNamespaceAllSucceed(PostgresServer server)
            throws InterruptedException, ExecutionException {
        List<String> namespaces = Estate.namespaces(12);
        try (TestDatabase byHand = server.createDatabase();
                TestDatabase database = server.createDatabase();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Estate.buildByHand(byHand, namespaces);
            byHand.execute(Shop.SQL);
            List<Future<TenantsReport>> many = new ArrayList<>();
            List<Future<Report>> single = new ArrayList<>();
            for (int applier = 0; applier < 2; applier++) {
                many.add(threads.submit(Estate.tenants(database, namespaces)::apply));
            }
            single.add(threads.submit(initializer(Shop.SCHEMA, database)::apply));
            single.add(threads.submit(initializer(Estate.SCHEMA.inNamespace(namespaces.get(7)), database)::apply));

            for (Future<TenantsReport> report : many) {
                assertThat(report.get().isComplete()).as(TenantsText.of(report.get())).isTrue();
            }
            for (Future<Report> report : single) {
                assertThat(report.get().isComplete()).as(ReportText.of(report.get())).isTrue();
            }
            assertThat(database.description()).isEqualTo(byHand.description());
        }
    }

    private static SchemaInitializer initializer(Schema schema, TestDatabase database) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
    }

    /** Four that take the key together with others, as tenants do, so that it is hardly ever free. */
    @Test
    void whoNeedsTheWholeDatabaseIsLetInBetweenTenants() throws InterruptedException, ExecutionException {
        AtomicBoolean applied = new AtomicBoolean();
        try (TestDatabase database = PostgresServers.main().createDatabase();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> holders = new ArrayList<>();
            for (int holder = 0; holder < 4; holder++) {
                holders.add(threads.submit(() -> holdAgainAndAgain(database, applied)));
            }

            Report report = initializer(Shop.SCHEMA, database).apply();
            applied.set(true);

            for (Future<?> holder : holders) {
                holder.get();
            }
            assertThat(report.isComplete()).as(ReportText.of(report)).isTrue();
        }
    }

    private static boolean holdAgainAndAgain(TestDatabase database, AtomicBoolean enough) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            while (!enough.get()) {
                statement.execute("BEGIN; " + SHARED_KEY + "; SELECT pg_sleep(0.02); ROLLBACK");
            }
        }
        return true;
    }

    @Test
    void whileAnotherHasTheDatabaseEverythingIsPending() throws SQLException {
        try (TestDatabase database = PostgresServers.main().createDatabase(); Connection other = database.connect()) {
            PostgresTenants tenants = PostgresTenants.of(Shop.SCHEMA)
                    .namespaces(database.dataSource(), List.of("a", "b"));
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(1886154356, 1)");
            }

            TenantsReport report = tenants.deadline(Duration.ofSeconds(2)).apply();
            other.rollback();

            assertThat(report.findings()).as(TenantsText.of(report)).containsExactly(Finding.PENDING);
            assertThat(report.tenants()).allSatisfy(tenant -> assertThat(tenant.report().steps(Step.Status.PENDING))
                    .hasSize(10)
                    .allSatisfy(step -> assertThat(step.detail()).contains("another applier holds the lock")));
            assertThat(tenants.apply().isComplete()).isTrue();
        }
    }

    @OnEachServer
    void goesOnAfterABackendEnded(PostgresServer server) {
        List<String> namespaces = Estate.namespaces(4);
        try (TestDatabase byHand = server.createDatabase()) {
            Estate.buildByHand(byHand, namespaces);
            for (int command : List.of(2, 3, 9, 20, 33)) {
                try (TestDatabase database = server.createDatabase()) {
                    EventTriggers triggers = EventTriggers.installIn(database);
                    triggers.endBackendAt(command);

                    TenantsReport report = Estate.tenants(database, namespaces).apply();

                    assertThat(triggers.hasEndedABackend()).isTrue();
                    assertThat(report.tenants().stream().filter(TenantReport::isComplete).count())
                            .as(TenantsText.of(report))
                            .isGreaterThanOrEqualTo(command <= Estate.SHARED_OBJECTS ? 0 : 3);
                    triggers.uninstall();
                    TenantsReport again = Estate.tenants(database, namespaces).apply();
                    assertThat(again.isComplete()).as(TenantsText.of(again)).isTrue();
                    assertThat(database.description()).isEqualTo(byHand.description());
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> partialStatesOfSomeTenantsAreMadeWhole() {
        List<String> namespaces = Estate.namespaces(6);
        TestDatabase whole = PostgresServers.main().createDatabase();
        Estate.buildByHand(whole, namespaces);
        String expected = whole.description();
        return IntStream.range(0, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    try (TestDatabase database = whole.copy()) {
                        checkPartialState(database, namespaces, new Random(seed), expected);
                    }
                }))
                .onClose(whole::close);
    }

    private static void checkPartialState(
            TestDatabase database, List<String> namespaces, Random random, String expected) {
        for (String namespace : namespaces.subList(0, 1 + random.nextInt(5))) {
            remove(database, namespace, random);
        }

        TenantsReport report = Estate.tenants(database, namespaces).apply();

        assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
        assertThat(database.description()).isEqualTo(expected);
        assertThat(Estate.tenants(database, namespaces).apply().created()).isZero();
    }

    private static void remove(TestDatabase database, String namespace, Random random) {
        if (random.nextInt(4) == 0) {
            database.execute("DROP SCHEMA " + Estate.identifier(namespace) + " CASCADE");
            return;
        }
        for (int removal = 0; removal <= random.nextInt(4); removal++) {
            String chosen = PartialStatesTest.REMOVALS.get(random.nextInt(PartialStatesTest.REMOVALS.size()));
            Estate.executeIn(database, namespace, "DO $$ BEGIN " + chosen.replace(" CASCADE", "")
                    + " CASCADE; EXCEPTION WHEN undefined_table OR undefined_object"
                    + " OR undefined_column OR undefined_function THEN NULL; END $$");
        }
    }
}
