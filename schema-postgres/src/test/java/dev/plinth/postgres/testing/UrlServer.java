package dev.plinth.postgres.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A server named by {@code PLINTH_TEST_DATABASE_URL}; an unusable one is an error, never a reason to take another. */
final class UrlServer {

    private static final String VARIABLE = "PLINTH_TEST_DATABASE_URL";

    private UrlServer() {}

    static ServerAttempt attempt() {
        String url = System.getenv(VARIABLE);
        return url == null || url.isBlank()
                ? new ServerAttempt.Unavailable(VARIABLE + " is not set")
                : new ServerAttempt.Started(server(url));
    }

    private static PostgresServer server(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalStateException(VARIABLE + " is not a JDBC URL of PostgreSQL; write "
                    + "jdbc:postgresql://host:port/postgres?user=...&password=...");
        }
        String user = parsed.getProperty(PGProperty.USER.getName(), "postgres");
        String password = parsed.getProperty(PGProperty.PASSWORD.getName(), "");
        String host = parsed.getProperty(PGProperty.PG_HOST.getName());
        int port = Integer.parseInt(parsed.getProperty(PGProperty.PG_PORT.getName()));
        return describe(host, port, user, password);
    }

    /** Asks a running server for its version and whether it offers PostGIS. */
    static PostgresServer describe(String host, int port, String user, String password) {
        String sql = "SELECT current_setting('server_version_num')::int / 10000, "
                + "EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis')";
        String url = "jdbc:postgresql://" + host + ":" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            int major = rows.getInt(1);
            boolean postgis = rows.getBoolean(2);
            String label = "PostgreSQL " + major + (postgis ? " with PostGIS" : "");
            return new PostgresServer(label, host, port, user, password, major, postgis, LocalInstallation.bin(major));
        } catch (SQLException e) {
            throw new IllegalStateException("the server at port " + port + " does not answer", e);
        }
    }
}
