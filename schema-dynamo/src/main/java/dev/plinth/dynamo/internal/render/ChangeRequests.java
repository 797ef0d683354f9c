package dev.plinth.dynamo.internal.render;

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
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The request that makes an addition. There is one for each kind of addition, and none that takes anything away. */
public final class ChangeRequests {

    /** Where a request goes that wants an ARN, until the ARN is known: what the renderer shows. */
    public static final String ARN_PREFIX = "arn:aws:dynamodb:REGION:ACCOUNT:table/";

    private ChangeRequests() {}

    /**
     * The request for a change of the table that is called {@code tableName} in the account.
     *
     * @param tableArn for the two requests that want it instead of the name
     * @throws IllegalArgumentException for auto scaling, which another service does
     */
    public static DynamoDbRequest of(DynamoChange change, String tableName, String tableArn) {
        return switch (change) {
            case CreateDynamoTable create -> TableRequests.createTable(create.definition(), tableName);
            case AddGlobalIndex index -> addIndex(index, tableName);
            case AddVectorIndex index -> addIndex(index, tableName);
            case AddTags tags -> CompanionRequests.addTags(tags, tableArn);
            case EnableTimeToLive timeToLive -> CompanionRequests.enableTimeToLive(timeToLive, tableName);
            case EnablePointInTimeRecovery recovery -> CompanionRequests.enableRecovery(recovery, tableName);
            case PutResourcePolicy policy -> CompanionRequests.putPolicy(policy, tableArn);
            case EnableKinesisDestination kinesis -> CompanionRequests.enableKinesis(kinesis, tableName);
            case EnableContributorInsights insights -> CompanionRequests.enableInsights(insights, tableName);
            case EnableStream(String table, var view) ->
                update(tableName).streamSpecification(SettingElements.stream(view)).build();
            case EnableDeletionProtection protection -> update(tableName).deletionProtectionEnabled(true).build();
            case RaiseWarmThroughput warm -> raise(warm, tableName);
            case LimitOnDemandThroughput maximum -> limit(maximum, tableName);
            case AddReplicas replicas -> ReplicaRequests.add(replicas.replicas(), tableName);
            case RegisterAutoScaling scaling ->
                throw new IllegalArgumentException(scaling.subject().display() + " is no request to DynamoDB");
        };
    }

    /** The requests of a change as JSON. */
    public static List<String> json(DynamoChange change, String tableName, String tableArn) {
        return change instanceof RegisterAutoScaling scaling
                ? ScalingRequests.json(scaling, tableName)
                : List.of(RequestJson.of(of(change, tableName, tableArn)));
    }

    static UpdateTableRequest.Builder update(String tableName) {
        return UpdateTableRequest.builder().tableName(tableName);
    }

    /** DynamoDB takes one index in a call, and one at a time. */
    private static UpdateTableRequest addIndex(AddGlobalIndex change, String tableName) {
        return update(tableName)
                .attributeDefinitions(KeyElements.definitions(
                        change.definition(), Stream.of(change.index().key())))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .create(IndexElements.addition(change.index()))
                        .build())
                .build();
    }

    private static UpdateTableRequest addIndex(AddVectorIndex change, String tableName) {
        UpdateTableRequest.Builder request = update(tableName);
        List<AttributeDefinition> definitions = KeyElements.definitions(
                change.definition(), Stream.of(KeyElements.searchKey(change.index())));
        if (!definitions.isEmpty()) {
            request.attributeDefinitions(definitions);
        }
        VectorElements.addTo(request, change.definition(), change.index());
        return request.build();
    }

    private static UpdateTableRequest raise(RaiseWarmThroughput change, String tableName) {
        var warm = CapacityElements.warm(change.throughput());
        return change.index() == null
                ? update(tableName).warmThroughput(warm).build()
                : update(tableName)
                        .globalSecondaryIndexUpdates(index -> index.update(
                                action -> action.indexName(change.index()).warmThroughput(warm)))
                        .build();
    }

    private static UpdateTableRequest limit(LimitOnDemandThroughput change, String tableName) {
        var maximum = CapacityElements.onDemand(change.throughput());
        return change.index() == null
                ? update(tableName).onDemandThroughput(maximum).build()
                : update(tableName)
                        .globalSecondaryIndexUpdates(index -> index.update(
                                action -> action.indexName(change.index()).onDemandThroughput(maximum)))
                        .build();
    }
}
