package dev.plinth.postgres.internal.apply;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What an error of the server means for an apply.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
enum ServerError {
    /** Somebody else created the object first, which is as good: look again. */
    LOST_RACE,
    /** A lock was not to be had in time, or two sessions waited for each other: try again. */
    RETRY,
    /** The connection is gone; whether the last commit happened is not known. */
    CONNECTION_LOST,
    /** The time that the deadline left for the statement is over. */
    OUT_OF_TIME,
    /** Anything else. */
    FAILED;

    /** Duplicate table, object, column, function, schema. */
    private static final Set<String> DUPLICATES = Set.of("42P07", "42710", "42701", "42723", "42P06");

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> RETRIES = Set.of("40001", "40P01", "55P03");

    /** Administrator shut-down, crash shut-down, cannot connect now, idle time-out. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05");

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INTERNAL_ERROR = "XX000";
    private static final String QUERY_CANCELED = "57014";

    static ServerError of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (DUPLICATES.contains(state) || isCatalogRace(failure, state)) {
            return LOST_RACE;
        }
        if (RETRIES.contains(state)) {
            return RETRY;
        }
        if (state.startsWith("08") || LOST.contains(state)) {
            return CONNECTION_LOST;
        }
        return state.equals(QUERY_CANCELED) ? OUT_OF_TIME : FAILED;
    }

    /** Two CREATEs at one moment collide in a unique index of a catalog, such as {@code pg_type_typname_nsp_index}. */
    private static boolean isCatalogRace(SQLException failure, String state) {
        ServerErrorMessage message = message(failure);
        return state.equals(UNIQUE_VIOLATION) && message != null && "pg_catalog".equals(message.getSchema())
                || state.equals(INTERNAL_ERROR)
                        && String.valueOf(failure.getMessage()).contains("tuple concurrently");
    }

    static @Nullable ServerErrorMessage message(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
