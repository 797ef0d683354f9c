package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;

/**
 * What is asked of every kind of object: an apply makes what the plain SQL makes, and is silent afterwards and on what
 * that made; what is taken away comes back, and each attribute that somebody changed is drift.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KindAcceptance {

    static final String MIGRATE = "; left as it is; change it with a migration, or change the schema";

    /** SQL that changes a complete database, and the drift that it is, without the usual advice. */
    record Change(String sql, List<String> drift) {
        static Change of(String sql, String... drift) {
            return new Change(sql, List.of(drift));
        }
    }

    private TestDatabase whole;
    private String expected;

    /** A schema that uses all of the kind. */
    abstract Schema declared();

    /** What a person would write for it. */
    abstract String plainSql();

    /** What can be taken away, and come back. */
    abstract List<String> removals();

    abstract List<Change> changes();

    /** Whether the server has the feature at all. */
    boolean runsOn(PostgresServer server) {
        return true;
    }

    private SchemaInitializer initializer(TestDatabase database) {
        return SchemaInitializer.of(declared()).with(PostgresStore.of(database.dataSource()));
    }

    @OnEachServer
    void anApplyMakesWhatThePlainSqlMakesAndTheNextOneIsOneRoundTrip(PostgresServer server) throws SQLException {
        if (!runsOn(server)) {
            return;
        }
        try (TestDatabase byHand = server.createDatabase();
                TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server);
                Connection connection = database.through(proxy).getConnection()) {
            byHand.execute(plainSql());
            SchemaInitializer initializer = SchemaInitializer.of(declared()).with(PostgresStore.of(connection));

            Report report = initializer.apply();

            assertThat(report.steps(Step.Status.DONE)).isNotEmpty();
            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .allMatch(StatementAllowList::allows);
            assertThat(database.description()).isEqualTo(byHand.description());
            assertComplete(initializer(byHand).verify());
            assertSilentInOneRoundTrip(initializer, proxy);
            // As on a connection of a pool that was used often: the driver has the statements named, then reads binary results.
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            assertSilentInOneRoundTrip(initializer, proxy);
            assertSilentInOneRoundTrip(initializer, proxy);
        }
    }

    private static void assertSilentInOneRoundTrip(SchemaInitializer initializer, WireProxy proxy) {
        proxy.reset();
        assertSilent(initializer.apply());
        assertThat(proxy.roundTrips()).isEqualTo(1);
    }

    /** Made by hand once: what is taken away or changed begins with a copy. */
    private TestDatabase whole() {
        if (whole == null) {
            whole = PostgresServers.main().createDatabase();
            whole.execute(plainSql());
            expected = whole.description();
        }
        return whole;
    }

    @AfterAll
    void closeWhole() {
        if (whole != null) {
            whole.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsTakenAwayComesBack() {
        return removals().stream().map(removal -> dynamicTest(removal, () -> {
            try (TestDatabase database = whole().copy()) {
                database.execute(removal);

                Report report = initializer(database).apply();

                assertThat(report.steps(Step.Status.DONE)).isNotEmpty();
                assertThat(report.stores().getFirst().drift()).isEmpty();
                assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                        .allMatch(StatementAllowList::allows);
                assertThat(database.description()).isEqualTo(expected);
                assertSilent(initializer(database).apply());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> eachAttributeThatDiffersIsDrift() {
        return changes().stream().map(change -> dynamicTest(change.sql, () -> {
            try (TestDatabase database = whole().copy()) {
                database.execute(change.sql);
                String before = database.description();

                Report report = initializer(database).apply();

                assertThat(report.stores().getFirst().drift().stream().map(Drift::message).map(KindAcceptance::bare))
                        .containsExactlyElementsOf(change.drift);
                assertThat(report.steps(Step.Status.DONE)).isEmpty();
                assertThat(database.description()).isEqualTo(before);
            }
        }));
    }

    private static String bare(String message) {
        return message.endsWith(MIGRATE) ? message.substring(0, message.length() - MIGRATE.length()) : message;
    }

    private static void assertComplete(Report report) {
        assertSilent(report);
        assertThat(report.stores().getFirst().unmanaged()).isEmpty();
    }

    private static void assertSilent(Report report) {
        assertThat(report.stores().getFirst().steps()).isEmpty();
        assertThat(report.stores().getFirst().drift()).isEmpty();
    }
}
