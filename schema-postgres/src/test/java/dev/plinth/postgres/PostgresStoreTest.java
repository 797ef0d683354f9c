package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The promise: builds on empty, is silent when complete, adopts what was made by hand. */
class PostgresStoreTest {

    private static SchemaInitializer shop(DataSource source) {
        return SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(source));
    }

    @OnEachServer
    void buildsOnAnEmptyDatabaseWhatThePlainSqlBuilds(PostgresServer server) {
        try (TestDatabase byHand = server.createDatabase(); TestDatabase database = server.createDatabase()) {
            byHand.execute(Shop.SQL);

            Report report = shop(database.dataSource()).apply();

            assertThat(report.steps(Step.Status.DONE)).hasSize(9);
            assertThat(database.description()).isEqualTo(byHand.description());
            assertThat(shop(database.dataSource()).plan().isEmpty()).isTrue();
        }
    }

    @OnEachServer
    void findsNothingToDoOnADatabaseMadeByHand(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(Shop.SQL);

            Plan plan = shop(database.dataSource()).plan();

            assertThat(plan.steps()).isEmpty();
            assertThat(plan.stores().getFirst().drift()).isEmpty();
        }
    }

    @OnEachServer
    void costsOneRoundTripAndNoOtherStatementWhenNothingIsMissing(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server);
                Connection connection = database.through(proxy).getConnection()) {
            SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection));
            initializer.apply();
            proxy.reset();

            initializer.apply();

            assertThat(proxy.roundTrips()).isEqualTo(1);
            assertThat(proxy.statements()).allMatch(PostgresStoreTest::onlyReads);
        }
    }

    private static boolean onlyReads(String sql) {
        return List
                .of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "SET LOCAL", "SELECT", "WITH", "DO '", "COMMIT")
                .stream()
                .anyMatch(sql.strip()::startsWith);
    }
}
