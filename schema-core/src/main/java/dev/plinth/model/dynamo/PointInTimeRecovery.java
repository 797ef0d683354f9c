package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * Continuous backups from which a table can be restored as it was at any second.
 *
 * @param recoveryPeriodInDays how far back, 1 to 35 days; absent for DynamoDB's default, 35
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html">Point-in-time
 *      recovery</a>
 */
public record PointInTimeRecovery(@Nullable Integer recoveryPeriodInDays) {

    /** The period that DynamoDB takes where none is said. */
    public static final int DEFAULT_PERIOD_IN_DAYS = 35;

    /** How far back, the default included. */
    public int days() {
        return recoveryPeriodInDays == null ? DEFAULT_PERIOD_IN_DAYS : recoveryPeriodInDays;
    }
}
