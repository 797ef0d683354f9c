package dev.plinth.postgres.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A running server that a superuser may create databases on.
 *
 * @param label for the display names of tests
 * @param postgis whether the extension can be created
 * @param bin the folder with {@code pg_dump} and {@code pg_restore} of this version; null where there is none
 */
public record PostgresServer(
        String label,
        String host,
        int port,
        String user,
        String password,
        int major,
        boolean postgis,
        @Nullable Path bin) {

    /** The JDBC URL of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** A new database, a copy of {@code template0}; dropped when it is closed. */
    public TestDatabase createDatabase() {
        return createDatabase("template0");
    }

    TestDatabase createDatabase(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + strategy());
        return new TestDatabase(this, name);
    }

    /** Copying files takes half the time of writing their pages to the log, where nothing is synchronized; 14 does it anyway. */
    private String strategy() {
        return major >= 15 ? " STRATEGY file_copy" : "";
    }

    /** Runs a statement in the database {@code postgres}, which the tests leave alone otherwise. */
    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(label + " refused: " + sql, e);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
