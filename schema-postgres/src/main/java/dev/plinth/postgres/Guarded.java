package dev.plinth.postgres;

import dev.plinth.StoreException;
import dev.plinth.postgres.internal.apply.FailureText;
import java.sql.SQLException;

/** Keeps the words of the driver from the caller: they may quote a URL. */
final class Guarded {

    /** Something that talks to a database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private Guarded() {}

    /** Runs it. */
    static <T> T call(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            StoreException failure = new StoreException(
                    "postgres: the database could not be inspected: " + FailureText.of(e), null);
            failure.setStackTrace(e.getStackTrace());
            throw failure;
        }
    }
}
