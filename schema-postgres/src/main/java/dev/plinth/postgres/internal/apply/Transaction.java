package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.postgres.internal.inspect.SessionPins;
import java.sql.SQLException;
import java.util.List;

/**
 * A transaction that changes the schema, opened under the advisory lock of the library. There is one key a database, for
 * all schemas: two of them can share a namespace or an extension.
 */
final class Transaction {

    /** The letters "plnt"; the second number is free for other purposes of the library. */
    static final String LOCK_KEY = "1886154356, 1";

    private Transaction() {}

    /**
     * Begins a transaction and tries to take the lock. READ COMMITTED, so that what the former holder of the lock made is
     * seen. The lock is never waited for: a waiting session would hold up a CREATE INDEX CONCURRENTLY of the holder.
     *
     * @return whether the lock is held; if not, the transaction is rolled back
     */
    static boolean begin(Session session, Options options, Deadline deadline) throws SQLException {
        List<List<String>> locked = session.query(List.of(
                "BEGIN ISOLATION LEVEL READ COMMITTED",
                SessionPins.sql(),
                "SET LOCAL check_function_bodies = off",
                "SET LOCAL statement_timeout = " + millis(deadline),
                "SET LOCAL lock_timeout = " + options.lockTimeout().toMillis(),
                "SELECT pg_try_advisory_xact_lock(" + LOCK_KEY + ")"));
        if (locked.equals(List.of(List.of("t")))) {
            return true;
        }
        session.rollback();
        return false;
    }

    /** What the deadline leaves, as a setting of the server. */
    static long millis(Deadline deadline) {
        return Math.max(1, Math.min(Integer.MAX_VALUE, deadline.remaining().toMillis()));
    }
}
