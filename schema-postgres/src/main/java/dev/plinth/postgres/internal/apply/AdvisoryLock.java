package dev.plinth.postgres.internal.apply;

import java.util.List;

/**
 * What an applier holds while it changes the schema. One key stands for the whole database: two schemas can share a
 * namespace or an extension. Whoever works in the namespace of one tenant alone holds that key together with others of its
 * kind, and another key that stands for the namespace.
 *
 * @param attempt an SQL expression that tries to take it until the end of the transaction, and says whether it could
 * @param queue a statement that waits for it in the queue of the server
 */
record AdvisoryLock(String attempt, String queue) {

    /** The letters "plnt"; the second number is free for other purposes of the library. */
    static final int CLASS = 1886154356;

    private static final int NAMESPACES = CLASS + 1;
    private static final String OF_DATABASE = CLASS + ", 1";

    /** The whole database. */
    static final AdvisoryLock DATABASE = new AdvisoryLock(
            "pg_try_advisory_xact_lock(" + OF_DATABASE + ")", "SELECT pg_advisory_xact_lock(" + OF_DATABASE + ")");

    /** One namespace. Two whose names have the same hash code take turns, which does no harm. */
    static AdvisoryLock ofNamespace(String namespace) {
        String key = NAMESPACES + ", " + namespace.hashCode();
        return new AdvisoryLock(
                "pg_try_advisory_xact_lock_shared(" + OF_DATABASE + ") AND pg_try_advisory_xact_lock(" + key + ")",
                "SELECT pg_advisory_xact_lock_shared(" + OF_DATABASE + "), pg_advisory_xact_lock(" + key + ")");
    }

    /** Statements that take it, or fail as a table lock does that cannot be had: {@code lock_not_available}. */
    List<String> orFail() {
        return List.of("DO 'BEGIN IF NOT (" + attempt + ") THEN RAISE lock_not_available USING MESSAGE ="
                + " ''another applier holds the lock''; END IF; END'");
    }
}
