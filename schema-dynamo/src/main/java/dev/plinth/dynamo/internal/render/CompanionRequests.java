package dev.plinth.dynamo.internal.render;

import dev.plinth.diff.DynamoChange.AddTags;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.PutResourcePolicy;
import dev.plinth.model.dynamo.KinesisDestination;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** What has an operation of its own beside UpdateTable. */
final class CompanionRequests {

    /** The put fails where there is a policy: so nothing is ever overwritten. */
    private static final String NO_POLICY = "NO_POLICY";

    private CompanionRequests() {}

    static TagResourceRequest addTags(AddTags change, String tableArn) {
        return TagResourceRequest.builder()
                .resourceArn(tableArn)
                .tags(SettingElements.tags(change.tags()))
                .build();
    }

    static UpdateTimeToLiveRequest enableTimeToLive(EnableTimeToLive change, String tableName) {
        return UpdateTimeToLiveRequest.builder()
                .tableName(tableName)
                .timeToLiveSpecification(to -> to.enabled(true).attributeName(change.attribute()))
                .build();
    }

    static UpdateContinuousBackupsRequest enableRecovery(EnablePointInTimeRecovery change, String tableName) {
        return UpdateContinuousBackupsRequest.builder()
                .tableName(tableName)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)
                        .recoveryPeriodInDays(change.recovery().recoveryPeriodInDays()))
                .build();
    }

    static PutResourcePolicyRequest putPolicy(PutResourcePolicy change, String tableArn) {
        return PutResourcePolicyRequest.builder()
                .resourceArn(tableArn)
                .policy(change.policy())
                .expectedRevisionId(NO_POLICY)
                .build();
    }

    static EnableKinesisStreamingDestinationRequest enableKinesis(EnableKinesisDestination change, String tableName) {
        KinesisDestination to = change.destination();
        var request = EnableKinesisStreamingDestinationRequest.builder()
                .tableName(tableName)
                .streamArn(to.streamArn());
        KinesisDestination.Precision precision = to.precision();
        if (precision != null) {
            request.enableKinesisStreamingConfiguration(
                    with -> with.approximateCreationDateTimePrecision(precision.name()));
        }
        return request.build();
    }

    static UpdateContributorInsightsRequest enableInsights(EnableContributorInsights change, String tableName) {
        return UpdateContributorInsightsRequest.builder()
                .tableName(tableName)
                .indexName(change.index())
                .contributorInsightsAction(ContributorInsightsAction.ENABLE)
                .contributorInsightsMode(change.mode().name())
                .build();
    }
}
