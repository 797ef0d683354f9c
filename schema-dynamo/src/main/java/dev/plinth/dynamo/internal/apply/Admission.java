package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.AddTags;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableDeletionProtection;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableStream;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.LimitOnDemandThroughput;
import dev.plinth.diff.DynamoChange.PutResourcePolicy;
import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.IndexStage;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveGlobalIndex;
import java.util.Optional;

/** In which state of a table DynamoDB takes an addition. */
enum Admission {
    /** Also while the table is being updated. */
    ANY_TIME,
    /** While the table is not being updated, whatever its indexes do. */
    ACTIVE,
    /** While the table is not being updated; an index may be on its way as long as it is being filled already. */
    SETTLED,
    /** While no index is on its way: DynamoDB changes one index of a table at a time. */
    INDEXES_IDLE,
    /** Once the index that it belongs to can be used. */
    WITH_INDEX;

    static Admission of(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> ANY_TIME;
            case AddTags tags -> ANY_TIME;
            case EnableTimeToLive timeToLive -> ANY_TIME;
            case EnablePointInTimeRecovery recovery -> ANY_TIME;
            case PutResourcePolicy policy -> ANY_TIME;
            case EnableKinesisDestination destination -> ANY_TIME;
            case EnableContributorInsights insights -> insights.index() == null ? ANY_TIME : WITH_INDEX;
            case RegisterAutoScaling scaling -> scaling.index() == null ? ACTIVE : WITH_INDEX;
            case EnableStream stream -> SETTLED;
            case EnableDeletionProtection protection -> SETTLED;
            case RaiseWarmThroughput throughput -> INDEXES_IDLE;
            case LimitOnDemandThroughput throughput -> INDEXES_IDLE;
            case AddGlobalIndex index -> INDEXES_IDLE;
            case AddVectorIndex index -> INDEXES_IDLE;
            case AddReplicas replicas -> INDEXES_IDLE;
        };
    }

    /** Whether DynamoDB would take the change now. */
    static boolean admits(DynamoChange change, LiveDynamoTable live) {
        boolean active = live.status() == LiveDynamoTable.Status.ACTIVE;
        return switch (of(change)) {
            case ANY_TIME -> true;
            case ACTIVE -> active;
            case SETTLED -> active && live.stages().values().stream().noneMatch(Admission::isAllocating);
            case INDEXES_IDLE -> active && live.stages().values().stream().allMatch(IndexStage::isIdle);
            case WITH_INDEX ->
                (active || change instanceof EnableContributorInsights)
                        && indexOf(change).filter(index -> isReady(index, live)).isPresent();
        };
    }

    /** Whether the change comes only after an index, and so is waited for as long as that. */
    static boolean isOfIndex(DynamoChange change) {
        return change instanceof AddGlobalIndex || change instanceof AddVectorIndex || of(change) == WITH_INDEX;
    }

    /** The index that has to be there before the change. */
    static Optional<String> indexOf(DynamoChange change) {
        return switch (change) {
            case EnableContributorInsights insights -> Optional.ofNullable(insights.index());
            case RegisterAutoScaling scaling -> Optional.ofNullable(scaling.index());
            case CreateDynamoTable create -> Optional.empty();
            case AddTags tags -> Optional.empty();
            case EnableTimeToLive timeToLive -> Optional.empty();
            case EnablePointInTimeRecovery recovery -> Optional.empty();
            case PutResourcePolicy policy -> Optional.empty();
            case EnableKinesisDestination destination -> Optional.empty();
            case EnableStream stream -> Optional.empty();
            case EnableDeletionProtection protection -> Optional.empty();
            case RaiseWarmThroughput throughput -> Optional.empty();
            case LimitOnDemandThroughput throughput -> Optional.empty();
            case AddGlobalIndex index -> Optional.empty();
            case AddVectorIndex index -> Optional.empty();
            case AddReplicas replicas -> Optional.empty();
        };
    }

    private static boolean isAllocating(IndexStage stage) {
        return !stage.isReady() && !stage.backfilling();
    }

    private static boolean isReady(String index, LiveDynamoTable live) {
        return live.globalIndex(index).map(LiveGlobalIndex::stage).filter(IndexStage::isReady).isPresent();
    }
}
