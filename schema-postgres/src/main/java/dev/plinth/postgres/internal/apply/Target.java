package dev.plinth.postgres.internal.apply;

import java.sql.Connection;
import java.sql.SQLException;

/** Where something was applied, for reports. */
final class Target {

    private Target() {}

    /** {@code PostgreSQL 15.20}; known since the connection was made, so it costs nothing. */
    static String of(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        int blank = version.indexOf(' ');
        return "PostgreSQL " + (blank < 0 ? version : version.substring(0, blank));
    }
}
