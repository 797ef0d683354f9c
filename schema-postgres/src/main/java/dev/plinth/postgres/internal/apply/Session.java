package dev.plinth.postgres.internal.apply;

import dev.plinth.StoreException;
import dev.plinth.postgres.internal.inspect.SessionPins;
import dev.plinth.postgres.internal.sql.DollarQuote;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A connection in use. Whatever state it came in, it goes back in. */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final boolean owned;
    private final boolean autoCommit;

    /** @param owned whether closing the session closes the connection */
    Session(Connection connection, boolean owned) throws SQLException {
        this.connection = connection;
        this.owned = owned;
        refuseOpenTransaction(connection);
        this.autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            // Idle, so this costs no round trip; otherwise the driver would begin transactions of its own.
            connection.setAutoCommit(true);
        }
    }

    /** A BEGIN inside a transaction only warns, and the COMMIT after it would commit the caller's work. */
    private static void refuseOpenTransaction(Connection connection) throws SQLException {
        if (isInTransaction(connection)) {
            throw new StoreException(
                    "postgres: the connection is inside a transaction; commit or roll back before the schema is applied,"
                            + " or give the store a DataSource",
                    null);
        }
    }

    private static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    public Connection connection() {
        return connection;
    }

    /** As the server has told and tells anew when it changes, so it costs nothing. A pooler in between may keep it to itself. */
    boolean isOnReplica() throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && "on".equals(connection.unwrap(BaseConnection.class).getParameterStatus("in_hot_standby"));
    }

    /** Sends statements as one message; results are read to the end and forgotten. */
    void execute(List<String> statements) throws SQLException {
        query(statements);
    }

    /** Sends one statement. */
    void execute(String statement) throws SQLException {
        query(List.of(statement));
    }

    /** Sends statements as one message and returns the rows of the last result, each as a list of texts. */
    List<List<String>> query(List<String> statements) throws SQLException {
        int pins = SessionPins.goAhead(connection) ? statements.indexOf(SessionPins.sql()) + 1 : 0;
        if (pins > 0 && pins < statements.size()) {
            send(statements.subList(0, pins));
            return send(statements.subList(pins, statements.size()));
        }
        return send(statements);
    }

    private List<List<String>> send(List<String> statements) throws SQLException {
        List<List<String>> last = List.of();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String message =
                    statements.stream().map(Session::sendable).collect(Collectors.joining(";\n"));
            boolean rows = statement.execute(message);
            while (rows || statement.getUpdateCount() != -1) {
                last = rows ? rows(statement) : last;
                rows = statement.getMoreResults();
            }
        }
        return last;
    }

    /** The driver does not know where a body in standard SQL ends, and would take what follows for a part of it. */
    private static String sendable(String statement) {
        return statement.contains("BEGIN ATOMIC") && !statement.startsWith("DO ")
                ? "DO "
                        + DollarQuote.quote(
                                "BEGIN EXECUTE " + DollarQuote.quote(statement, "statement") + "; END", "plinth")
                : statement;
    }

    private static List<List<String>> rows(Statement statement) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Ends whatever transaction is open. On a connection that is gone there is nothing to end. */
    void rollback() {
        try {
            if (!connection.isClosed()) {
                execute("ROLLBACK");
            }
        } catch (SQLException e) {
            // The failure that led here is the one to report; a broken connection rolls back by itself.
            Log.LOGGER.debug("rollback failed: {}", e.getSQLState());
        }
    }

    /** A failure half-way leaves a transaction open, and a pool does not look for one in autocommit mode. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed() && isInTransaction(connection)) {
                rollback();
            }
            if (!autoCommit && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
            if (owned) {
                connection.close();
            }
        } catch (SQLException e) {
            Log.LOGGER.debug("giving the connection back failed: {}", e.getSQLState());
        }
    }
}
