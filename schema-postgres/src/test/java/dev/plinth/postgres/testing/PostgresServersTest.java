package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresServersTest {

    @OnEachServer
    void everyServerIsOfTheVersionItClaims(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            assertThat(database.query("SELECT current_setting('server_version_num')::int / 10000"))
                    .containsExactly(String.valueOf(server.major()));
        }
    }

    @Test
    void theMainServerIsStartedOnce() {
        assertThat(PostgresServers.main()).isSameAs(PostgresServers.main());
    }

    @Test
    void aServerWithPostgisCanCreateTheExtension() {
        try (TestDatabase database = PostgresServers.withPostgis().createDatabase()) {
            database.execute("CREATE EXTENSION postgis");

            assertThat(database.query("SELECT 'point(1 2)'::geography(Point,4326) IS NULL")).containsExactly("f");
        }
    }

    @Test
    void aClosedDatabaseIsGoneEvenWhenSomebodyIsConnected() throws Exception {
        PostgresServer server = PostgresServers.main();
        TestDatabase database = server.createDatabase();
        try (var connection = database.connect()) {
            database.close();

            assertThat(connection.isValid(1)).isFalse();
        }
        assertThatThrownBy(() -> database.query("SELECT 1")).hasMessageContaining("does not exist");
    }

    @Test
    void aCopyHasTheContentOfTheOriginal() {
        try (TestDatabase original = PostgresServers.main().createDatabase()) {
            original.execute("CREATE TABLE t AS SELECT 1 AS one");
            try (TestDatabase copy = original.copy()) {
                assertThat(copy.query("SELECT one FROM t")).containsExactly("1");
            }
        }
    }

    @Test
    void aPoolOfOneHasOneConnection() throws Exception {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            var pool = database.pool(1);
            try (var held = pool.getConnection()) {
                assertThat(held.isValid(1)).isTrue();
                assertThatThrownBy(pool::getConnection).isInstanceOf(java.sql.SQLTransientConnectionException.class);
            }
        }
    }

    @Test
    void whatCannotBeStartedIsToldWithAllTheReasons() {
        ServerAttempt attempt = ServerAttempt.firstOf(List.of(() -> new ServerAttempt.Unavailable("no engine"),
                () -> EmbeddedServer.attempt(9)));

        assertThat(attempt).isInstanceOfSatisfying(ServerAttempt.Unavailable.class, unavailable -> assertThat(
                unavailable.reason()).startsWith("no engine; no binaries of PostgreSQL 9 in "));
    }
}
