package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireProxyTest {

    private TestDatabase database;
    private WireProxy proxy;

    @BeforeEach
    void createDatabase() {
        database = PostgresServers.main().createDatabase();
        proxy = WireProxy.to(database.server());
    }

    @AfterEach
    void dropDatabase() {
        proxy.close();
        database.close();
    }

    @Test
    void aMessageOfSeveralStatementsIsOneRoundTrip() throws SQLException {
        try (Connection connection = database.through(proxy).getConnection();
                Statement statement = connection.createStatement()) {
            proxy.reset();
            statement.execute("BEGIN; SELECT 1; COMMIT");

            assertThat(proxy.roundTrips()).isEqualTo(1);
            assertThat(proxy.statements()).containsExactly("BEGIN", " SELECT 1", " COMMIT");
        }
    }

    @Test
    void aPreparedStatementIsNotedEachTimeItRuns() throws SQLException {
        try (Connection connection = database.through(proxy).getConnection();
                var statement = connection.prepareStatement("SELECT 1")) {
            proxy.reset();
            for (int i = 0; i < 7; i++) {
                statement.executeQuery().close();
            }

            assertThat(proxy.roundTrips()).isEqualTo(7);
            assertThat(proxy.statements()).hasSize(7).containsOnly("SELECT 1");
        }
    }

    @Test
    void aDelayLengthensEachRoundTrip() throws SQLException {
        try (Connection connection = database.through(proxy).getConnection();
                Statement statement = connection.createStatement()) {
            proxy.delay(Duration.ofMillis(100));
            long start = System.nanoTime();
            statement.execute("SELECT 1");
            statement.execute("SELECT 2");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(199));
        }
    }

    @Test
    void aConnectionCutBeforeTheCommitLeavesNothing() throws SQLException {
        commitAndLoseTheConnection(WireProxy.Moment.BEFORE_THE_SERVER_SEES_IT);

        assertThat(database.query("SELECT to_regclass('public.t') IS NULL")).containsExactly("t");
    }

    @Test
    void aConnectionCutAfterTheCommitLeavesTheTable() throws SQLException {
        commitAndLoseTheConnection(WireProxy.Moment.AFTER_THE_SERVER_DID_IT);

        assertThat(database.query("SELECT to_regclass('public.t') IS NULL")).containsExactly("f");
    }

    private void commitAndLoseTheConnection(WireProxy.Moment moment) throws SQLException {
        try (Connection connection = database.through(proxy).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE t (a integer)");
            proxy.cutAt("COMMIT"::equals, moment);

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState()).asString().startsWith("08");
        }
        assertThat(proxy.hasCut()).isTrue();
        assertThat(proxy.statements()).endsWith("BEGIN", "CREATE TABLE t (a integer)", "COMMIT");
    }
}
