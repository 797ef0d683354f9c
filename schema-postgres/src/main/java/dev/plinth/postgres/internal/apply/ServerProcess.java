package dev.plinth.postgres.internal.apply;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * One session of the server, known by its process. A pooler in between may send each statement to another one, where the settings
 * and the advisory locks of this one are not.
 *
 * @param session what the client has, whichever session of the server answers
 * @param id the number of the process
 */
record ServerProcess(Session session, String id) {

    private static final int ATTEMPTS = 5;

    /** The one that answers now. */
    static ServerProcess of(Session session) throws SQLException {
        return new ServerProcess(
                session, session.query(List.of("SELECT pg_catalog.pg_backend_pid()")).getFirst().getFirst());
    }

    /**
     * Evaluates a SELECT without a FROM in this process alone.
     *
     * @return its row; empty where another process was asked, in which nothing was evaluated
     */
    Optional<List<String>> select(String select) throws SQLException {
        return session.query(List.of(select + " WHERE pg_catalog.pg_backend_pid() = " + id)).stream().findFirst();
    }

    /** The same for what has to be undone: another process may not be the next one, nor the time be over, which undoes it. */
    boolean selectAtLast(String select) throws SQLException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                if (select(select).isPresent()) {
                    return true;
                }
            } catch (SQLException e) {
                if (ServerError.of(e) != ServerError.OUT_OF_TIME) {
                    throw e;
                }
            }
        }
        return select(select).isPresent();
    }

    /** Whether the next statement that is no other's comes to it, as far as the last one tells. */
    boolean answers() throws SQLException {
        return select("SELECT").isPresent();
    }
}
