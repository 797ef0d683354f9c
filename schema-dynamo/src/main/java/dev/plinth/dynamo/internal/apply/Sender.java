package dev.plinth.dynamo.internal.apply;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Sends requests that add something. Every request that Plinth ever changes anything with passes here. */
final class Sender {

    private Sender() {}

    static void send(DynamoDbClient client, DynamoDbRequest request, Duration time) {
        Consumer<AwsRequestOverrideConfiguration.Builder> limit = call -> call.apiCallTimeout(time);
        switch (request) {
            case CreateTableRequest create ->
                client.createTable(create.toBuilder().overrideConfiguration(limit).build());
            case UpdateTableRequest update ->
                client.updateTable(update.toBuilder().overrideConfiguration(limit).build());
            case TagResourceRequest tags ->
                client.tagResource(tags.toBuilder().overrideConfiguration(limit).build());
            case UpdateTimeToLiveRequest timeToLive ->
                client.updateTimeToLive(timeToLive.toBuilder().overrideConfiguration(limit).build());
            case UpdateContinuousBackupsRequest recovery ->
                client.updateContinuousBackups(recovery.toBuilder().overrideConfiguration(limit).build());
            case PutResourcePolicyRequest policy ->
                client.putResourcePolicy(policy.toBuilder().overrideConfiguration(limit).build());
            case EnableKinesisStreamingDestinationRequest kinesis ->
                client.enableKinesisStreamingDestination(kinesis.toBuilder().overrideConfiguration(limit).build());
            case UpdateContributorInsightsRequest insights ->
                client.updateContributorInsights(insights.toBuilder().overrideConfiguration(limit).build());
            default -> throw new IllegalArgumentException(request.getClass().getSimpleName() + " is no addition");
        }
    }
}
