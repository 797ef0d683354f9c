package dev.plinth.diff;

import dev.plinth.model.dynamo.GlobalIndex;

/**
 * A global secondary index as it is.
 *
 * @param backfilling whether the items that were there before are still being added; DescribeTable leaves this out where
 *     it does not apply
 */
public record LiveGlobalIndex(GlobalIndex definition, Status status, boolean backfilling) {

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
    public static LiveGlobalIndex ready(GlobalIndex definition) {
        return new LiveGlobalIndex(definition, Status.ACTIVE, false);
    }

    /** The name of the index. */
    public String name() {
        return definition.name();
    }

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
