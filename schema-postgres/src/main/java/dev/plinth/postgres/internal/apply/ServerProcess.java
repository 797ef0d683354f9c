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

    /** Its number, as an expression. */
    static final String ID = "pg_catalog.pg_backend_pid()";

    private static final int ATTEMPTS = 5;

    /**
     * Evaluates a SELECT without a FROM in this process alone.
     *
     * @return its row; empty where another process was asked, in which nothing was evaluated
     */
    Optional<List<String>> select(String select) throws SQLException {
        return session.query(List.of(select + " WHERE " + ID + " = " + id)).stream().findFirst();
    }

    /**
     * The same, tried again for what has to be undone: where another process was asked, and where the time was over, which undoes
     * the attempt too.
     *
     * @return whether it was evaluated
     */
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

    /** Whether a statement that is sent now comes to it. */
    boolean answers() throws SQLException {
        return select("SELECT").isPresent();
    }
}
