package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.postgres.internal.inspect.SessionPins;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A transaction that changes the schema, opened under the advisory lock of the library. */
final class Transaction {

    /** How long one who was passed over too often stands in the queue, which holds up whoever waits for old snapshots. */
    private static final int QUEUE_MILLIS = 100;

    private Transaction() {}

    /**
     * Begins a transaction and tries to take the lock. READ COMMITTED, so that what the former holder of the lock made is
     * seen. The lock is not waited for: a waiting session would hold up a CREATE INDEX CONCURRENTLY of the holder.
     *
     * @return whether the lock is held; if not, the transaction is rolled back
     */
    static boolean begin(Session session, AdvisoryLock lock, Options options, Deadline deadline) throws SQLException {
        List<String> message = new ArrayList<>(opening(options, deadline));
        message.add("SELECT " + lock.attempt());
        if (session.query(message).equals(List.of(List.of("t")))) {
            return true;
        }
        session.rollback();
        return false;
    }

    /**
     * The same, from the queue of the server: for a tenth of a second nobody else is let past. Tenants hold the key of the
     * database together, so by trying alone one might never find it free.
     */
    static boolean beginInQueue(Session session, AdvisoryLock lock, Options options, Deadline deadline)
            throws SQLException {
        List<String> message = new ArrayList<>(opening(options, deadline));
        message.add("SET LOCAL lock_timeout = " + QUEUE_MILLIS);
        message.add(lock.queue());
        message.add("SET LOCAL lock_timeout = " + options.lockTimeout().toMillis());
        try {
            session.execute(message);
            return true;
        } catch (SQLException e) {
            session.rollback();
            if (ServerError.of(e) == ServerError.RETRY) {
                return false;
            }
            throw e;
        }
    }

    /** The statements that begin a transaction, up to the lock. */
    static List<String> opening(Options options, Deadline deadline) {
        return List.of(
                "BEGIN ISOLATION LEVEL READ COMMITTED",
                SessionPins.sql(),
                "SET LOCAL check_function_bodies = off",
                "SET LOCAL statement_timeout = " + millis(deadline),
                "SET LOCAL lock_timeout = " + options.lockTimeout().toMillis());
    }

    /** What the deadline leaves, as a setting of the server. */
    static long millis(Deadline deadline) {
        return Math.max(1, Math.min(Integer.MAX_VALUE, deadline.remaining().toMillis()));
    }
}
