package dev.plinth.dynamo.internal.apply;

import dev.plinth.Hazard;
import dev.plinth.Step;
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
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import dev.plinth.dynamo.internal.render.ChangeRequests;
import java.util.List;

/** A change with its reason, its hazards and its request. */
final class PlannedSteps {

    private PlannedSteps() {}

    static Step of(DynamoChange change, Outcome outcome) {
        String arn = outcome.seen()
                .map(Present::arn)
                .filter(known -> !known.isEmpty())
                .orElse(ChangeRequests.ARN_PREFIX + outcome.tableName());
        boolean isNew = outcome.live().filter(live -> !live.isGoing()).isEmpty() || outcome.history().hasCreated();
        List<Hazard> hazards = isNew ? List.of() : Hazards.of(change);
        return Step.planned(change, reason(change), hazards, ChangeRequests.json(change, outcome.tableName(), arn));
    }

    /** First the tables, then what takes a moment, then what takes minutes. */
    static int phase(DynamoChange change) {
        if (change instanceof CreateDynamoTable) {
            return 0;
        }
        return Admission.isOfIndex(change) || change instanceof AddReplicas ? 2 : 1;
    }

    private static String reason(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "the table does not exist";
            case AddGlobalIndex index -> "the index does not exist";
            case AddVectorIndex index -> "the index does not exist";
            case AddTags tags -> "the table does not have these tags";
            case EnableTimeToLive timeToLive -> "time to live is off";
            case EnablePointInTimeRecovery recovery -> "point-in-time recovery is off";
            case PutResourcePolicy policy -> "the table has no policy";
            case EnableStream stream -> "the table has no stream";
            case EnableKinesisDestination destination -> "the table does not write to the stream";
            case EnableContributorInsights insights -> "Contributor Insights are off";
            case EnableDeletionProtection protection -> "the table is not protected";
            case RaiseWarmThroughput throughput -> "the warm throughput is lower";
            case LimitOnDemandThroughput throughput -> "there is no maximum";
            case RegisterAutoScaling scaling -> "the capacity does not scale";
            case AddReplicas replicas -> "the table has no copy there";
        };
    }

    /** What goes on with a change that was begun. */
    static String progress(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "is being created";
            case AddGlobalIndex index -> "is being built, which takes minutes";
            case AddVectorIndex index -> "is being built, which takes minutes";
            case AddReplicas replicas -> "are being filled, which can take minutes";
            case AddTags tags -> "are being added";
            case PutResourcePolicy policy -> "is being set";
            case RaiseWarmThroughput throughput -> "is being raised, which takes minutes";
            case LimitOnDemandThroughput throughput -> "is being set";
            case EnableTimeToLive timeToLive -> "is being enabled";
            case EnablePointInTimeRecovery recovery -> "is being enabled";
            case EnableStream stream -> "is being enabled";
            case EnableKinesisDestination destination -> "is being enabled";
            case EnableContributorInsights insights -> "is being enabled";
            case EnableDeletionProtection protection -> "is being enabled";
            case RegisterAutoScaling scaling -> "is being registered";
        };
    }
}
