package dev.plinth.postgres.internal.apply;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from. One is held at a time, and none while sleeping. */
public sealed interface ConnectionSource {

    /** A connection that is idle and in autocommit mode, to be closed after use. */
    Session open() throws SQLException;

    /** Some pools hide in an unchecked exception what the driver said of the first connection. */
    private static Connection connect(DataSource dataSource) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Connections of a data source, given back when closed. */
    record OfDataSource(DataSource dataSource) implements ConnectionSource {
        @Override
        public Session open() throws SQLException {
            Connection connection = connect(dataSource);
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

    /**
     * One connection of a data source, opened when first needed and kept until closed: for many short jobs one after the
     * other. Belongs to one thread.
     */
    final class Kept implements ConnectionSource, AutoCloseable {

        private final DataSource dataSource;
        private @Nullable Connection connection;

        public Kept(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        boolean isOf(DataSource other) {
            return dataSource == other;
        }

        @Override
        public Session open() throws SQLException {
            if (connection == null || connection.isClosed()) {
                connection = connect(dataSource);
            }
            return new Session(connection, false);
        }

        /** Gives the connection back; the next one is another. */
        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException e) {
                Log.LOGGER.debug("giving the connection back failed: {}", e.getSQLState());
            }
            connection = null;
        }
    }
}
