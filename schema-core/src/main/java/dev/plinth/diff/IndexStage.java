package dev.plinth.diff;

/**
 * How far an index is that DynamoDB builds beside a table in use.
 *
 * @param backfilling whether the items that were there before are still being added; DescribeTable leaves this out where
 *     it does not apply
 */
public record IndexStage(Status status, boolean backfilling) {

    /** {@code IndexStatus} of DescribeTable. */
    public enum Status {
        CREATING,
        ACTIVE,
        UPDATING,
        DELETING,
        /** A status that is newer than this version. */
        UNKNOWN
    }

    /** An index that can be queried and is wholly filled. */
    public static final IndexStage READY = new IndexStage(Status.ACTIVE, false);

    /** Whether queries may rely on it. A change of its throughput (UPDATING) does not stop them. */
    public boolean isReady() {
        return (status == Status.ACTIVE || status == Status.UPDATING) && !backfilling;
    }

    /** Whether somebody began to create it and it is not complete. */
    public boolean isBeingBuilt() {
        return !isReady() && !isGoing();
    }

    /** Whether it will be gone in a moment. */
    public boolean isGoing() {
        return status == Status.DELETING;
    }

    /** Whether DynamoDB would accept another index beside it: it changes one index of a table at a time. */
    public boolean isIdle() {
        return status == Status.ACTIVE && !backfilling;
    }
}
