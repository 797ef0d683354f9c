package dev.plinth.text;

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

/** What is done with an addition to DynamoDB: a table is created, recovery is enabled. */
record DynamoVerbs(String present, String past) {

    private static final DynamoVerbs CREATE = new DynamoVerbs("create", "created");
    private static final DynamoVerbs ENABLE = new DynamoVerbs("enable", "enabled");
    private static final DynamoVerbs ADD = new DynamoVerbs("add", "added");
    private static final DynamoVerbs SET = new DynamoVerbs("set", "set");
    private static final DynamoVerbs RAISE = new DynamoVerbs("raise", "raised");

    static DynamoVerbs of(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> CREATE;
            case AddGlobalIndex index -> CREATE;
            case AddVectorIndex index -> CREATE;
            case AddTags tags -> ADD;
            case AddReplicas replicas -> ADD;
            case PutResourcePolicy policy -> SET;
            case LimitOnDemandThroughput throughput -> SET;
            case RaiseWarmThroughput throughput -> RAISE;
            case EnableTimeToLive timeToLive -> ENABLE;
            case EnablePointInTimeRecovery recovery -> ENABLE;
            case EnableStream stream -> ENABLE;
            case EnableKinesisDestination destination -> ENABLE;
            case EnableContributorInsights insights -> ENABLE;
            case EnableDeletionProtection protection -> ENABLE;
            case RegisterAutoScaling scaling -> ENABLE;
        };
    }
}
