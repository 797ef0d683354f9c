package dev.plinth.postgres.internal.apply;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections come from. One is held at a time, and none while sleeping. */
public sealed interface ConnectionSource {

    /** A connection that is idle and in autocommit mode, to be closed after use. */
    Session open() throws SQLException;

    /** Connections of a data source, given back when closed. */
    record OfDataSource(DataSource dataSource) implements ConnectionSource {
        @Override
        public Session open() throws SQLException {
            Connection connection = dataSource.getConnection();
            try {
                return new Session(connection, true);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }
    }

    /** One connection of the caller, which stays open. */
    record OfConnection(Connection connection) implements ConnectionSource {
        @Override
        public Session open() throws SQLException {
            return new Session(connection, false);
        }
    }
}
