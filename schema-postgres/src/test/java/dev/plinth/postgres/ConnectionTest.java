package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.ApplyException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.ds.PGSimpleDataSource;

/** What kinds of connection there are, and how each comes back. */
class ConnectionTest {

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServers.main().createDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void aPoolOfOneIsEnough() {
        HikariDataSource pool = database.pool(1);

        Report report = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(pool)).apply();

        assertThat(report.isComplete()).isTrue();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void aConnectionWithoutAutocommitComesBackWithoutIt() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);

            Report report =
                    SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection)).apply();

            assertThat(report.isComplete()).isTrue();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void aConnectionInsideATransactionIsRefusedAndItsWorkLeftAlone() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE mine (id integer)");

            assertThatThrownBy(() -> SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(connection))
                    .apply())
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining(
                            "the connection is inside a transaction; commit or roll back before the schema"
                                    + " is applied, or give the store a DataSource");

            connection.rollback();
            assertThat(database.query("SELECT to_regclass('mine') IS NULL")).containsExactly("t");
        }
    }

    @Test
    void aFailedInspectionLeavesNoTransactionOpen() throws SQLException {
        database.execute(Shop.SQL);
        HikariDataSource pool = database.pool(1);

        assertThatThrownBy(() -> SchemaInitializer.of(Shop.SCHEMA)
                .with(PostgresStore.of(pool))
                .deadline(Duration.ofMillis(1))
                .apply())
                .hasMessageContaining("SQLSTATE 57014");

        try (Connection next = pool.getConnection(); Statement statement = next.createStatement()) {
            statement.execute("SELECT 1");
            assertThat(next.unwrap(BaseConnection.class).getTransactionState()).isEqualTo(TransactionState.IDLE);
        }
    }

    @Test
    void aReadOnlyConnectionMayLookAndIsToldWhatItLacks() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection));

            assertThat(initializer.plan().steps()).hasSize(9);
            assertThatThrownBy(initializer::apply)
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining("9 objects are missing and the connection is read-only");

            database.execute(Shop.SQL);
            assertThat(initializer.apply().isComplete()).isTrue();
        }
    }

    @Test
    void aRoleThatMayNotCreateIsToldSo() {
        database.execute("CREATE ROLE plinth_guest_" + database.name() + " LOGIN PASSWORD 'guest'");
        PGSimpleDataSource guest = (PGSimpleDataSource) database.dataSource();
        guest.setUser("plinth_guest_" + database.name());
        guest.setPassword("guest");
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

        assertThatThrownBy(() -> SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(guest)).apply())
                .isInstanceOf(ApplyException.class)
                .hasMessageContaining(
                        "permission denied for schema public (SQLSTATE 42501); grant the role what it lacks")
                .satisfies(e -> assertThat(((ApplyException) e).report().steps(Step.Status.FAILED)).hasSize(1));

        database.execute("DROP ROLE plinth_guest_" + database.name());
    }

    @Test
    void aLockHeldByAnotherApplierIsWaitedForUntilTheDeadline() throws SQLException {
        try (Connection other = database.connect(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1886154356, 1)");

            Report report = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(database.dataSource()))
                    .deadline(Duration.ofMillis(500))
                    .apply();

            assertThat(report.steps(Step.Status.PENDING)).hasSize(9);
            assertThat(report.steps(Step.Status.PENDING).getFirst().detail())
                    .isEqualTo("the deadline was over; another applier holds the lock");
            assertThat(report.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void aPlanDoesNotWaitForALockedTableBeyondTheDeadline() throws SQLException {
        database.execute(Shop.SQL + "; ALTER TABLE customers DROP CONSTRAINT customers_email_key");
        try (Connection other = database.connect(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE customers");

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> SchemaInitializer
                    .of(Shop.SCHEMA)
                    .with(PostgresStore.of(database.dataSource()))
                    .deadline(Duration.ofMillis(1500))
                    .plan())
                    .hasMessageContaining("SQLSTATE 57014"));
        }
    }

    @Test
    void aPasswordIsNeverSaid() {
        PGSimpleDataSource wrong = (PGSimpleDataSource) database.dataSource();
        wrong.setURL(database.jdbcUrl() + "&user=nobody_at_all&password=hunter2secret");
        wrong.setUser("nobody_at_all");
        wrong.setPassword("hunter2secret");

        assertThatThrownBy(() -> SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(wrong)).apply())
                .isInstanceOf(ApplyException.class)
                .satisfies(e -> assertThat(everything(e)).doesNotContain("hunter2secret").doesNotContain("jdbc:"));
    }

    private static String everything(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString() + ((ApplyException) failure).report();
    }
}
