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
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.internal.inspect.Observed.Contents;
import java.util.Optional;
import java.util.Set;

/**
 * Holds back additions with consequences until the caller allows them. A table that was created in this run, or that holds no
 * items, has nobody to suffer them.
 */
record Guards(Set<GuardedAddition> allowed) {

    Guards {
        allowed = Set.copyOf(allowed);
    }

    /** The guard that an addition stands under, if any. */
    static Optional<GuardedAddition> guard(DynamoChange change) {
        return switch (change) {
            case AddGlobalIndex index -> Optional.of(GuardedAddition.GLOBAL_INDEX);
            case AddVectorIndex index -> Optional.of(GuardedAddition.VECTOR_INDEX);
            case EnableTimeToLive timeToLive -> Optional.of(GuardedAddition.TIME_TO_LIVE);
            case AddReplicas replicas -> Optional.of(GuardedAddition.REPLICAS);
            case PutResourcePolicy policy -> Optional.of(GuardedAddition.RESOURCE_POLICY);
            case EnableDeletionProtection protection -> Optional.of(GuardedAddition.DELETION_PROTECTION);
            case RaiseWarmThroughput throughput -> Optional.of(GuardedAddition.WARM_THROUGHPUT);
            case LimitOnDemandThroughput throughput -> Optional.of(GuardedAddition.ON_DEMAND_MAXIMUM);
            case CreateDynamoTable create -> Optional.empty();
            case AddTags tags -> Optional.empty();
            case EnablePointInTimeRecovery recovery -> Optional.empty();
            case EnableStream stream -> Optional.empty();
            case EnableKinesisDestination destination -> Optional.empty();
            case EnableContributorInsights insights -> Optional.empty();
            case RegisterAutoScaling scaling -> Optional.empty();
        };
    }

    /** Whether it has to be known if the table holds items. */
    boolean asksForItems(DynamoChange change, History history) {
        return !history.hasCreated() && closed(change).filter(GuardedAddition::concernsItems).isPresent();
    }

    /** Why an addition is held back, if it is. */
    Optional<String> reason(DynamoChange change, Contents contents, History history) {
        if (history.hasCreated()) {
            return Optional.empty();
        }
        return closed(change)
                .filter(guard -> !guard.concernsItems() || contents != Contents.NONE)
                .map(guard -> reason(guard, contents));
    }

    private Optional<GuardedAddition> closed(DynamoChange change) {
        return guard(change).filter(guard -> !allowed.contains(guard));
    }

    private static String reason(GuardedAddition guard, Contents contents) {
        return subject(guard, contents) + guard.consequence() + "; to let an apply do it all the same, say"
                + " DynamoStore.allow(GuardedAddition." + guard.name() + ")";
    }

    private static String subject(GuardedAddition guard, Contents contents) {
        if (!guard.concernsItems()) {
            return "the table exists already, and ";
        }
        return contents == Contents.SOME
                ? "the table holds items, and "
                : "whether the table holds items could not be seen (allow dynamodb:Scan to look), and ";
    }
}
