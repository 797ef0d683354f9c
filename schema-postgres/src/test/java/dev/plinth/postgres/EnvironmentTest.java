package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The settings of a session, and how a database came to be, are not drift. */
class EnvironmentTest {

    private static final String SETTINGS = """
            SET TimeZone = 'Asia/Kolkata';
            SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'iso_8601';
            SET search_path = pg_temp, elsewhere;
            SET quote_all_identifiers = on;
            SET extra_float_digits = -5;
            SET default_transaction_isolation = 'serializable'
            """;

    @OnEachServer
    void otherSettingsAreNoDriftAndAreLeftAsTheyWere(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute("CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.customers (id integer)");
            statement.execute(SETTINGS);
            SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection));

            initializer.apply();
            Report again = initializer.apply();

            assertThat(again.isComplete()).isTrue();
            assertThat(again.stores().getFirst().drift()).isEmpty();
            try (var rows = statement.executeQuery("SELECT current_setting('TimeZone'), current_setting('search_path'),"
                    + " current_setting('statement_timeout'), current_setting('default_transaction_isolation')")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("Asia/Kolkata");
                assertThat(rows.getString(2)).isEqualTo("pg_temp, elsewhere");
                assertThat(rows.getString(3)).isEqualTo("0");
                assertThat(rows.getString(4)).isEqualTo("serializable");
            }
        }
    }

    /** A dump spells some checks in another way than a person, and reading it back in a third. */
    @Test
    void aRestoredDumpIsNoDrift() {
        PostgresServer server = PostgresServers.withPrograms();
        try (TestDatabase database = server.createDatabase(); TestDatabase restored = server.createDatabase()) {
            database.execute(Shop.SQL);
            restored.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                    + database.dump().replace("CREATE SCHEMA public;", ""));

            Report report = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(restored.dataSource()))
                    .verify();

            assertThat(report.stores().getFirst().drift()).isEmpty();
            assertThat(report.isComplete()).isTrue();
        }
    }
}
