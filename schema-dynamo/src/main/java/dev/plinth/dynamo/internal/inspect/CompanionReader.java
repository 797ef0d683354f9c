package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.internal.inspect.Capabilities.Feature;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

/**
 * The parts of a table that DescribeTable does not tell of: one call for each that the schema declares, and none for the
 * others. So a caller needs few permissions, and a look costs little.
 *
 * @param answers whether the table is in a state in which these calls are answered
 */
record CompanionReader(
        DynamoDbClient client,
        DynamoTable declared,
        String tableName,
        String arn,
        Capabilities capabilities,
        boolean answers,
        Duration time) {

    LiveValue<String> timeToLive() {
        boolean wanted = declared.settings().timeToLive() != null;
        return when(wanted, Feature.TIME_TO_LIVE, "DescribeTimeToLive", () -> {
            TimeToLiveDescription found = client.describeTimeToLive(
                    to -> to.tableName(tableName).overrideConfiguration(limit())).timeToLiveDescription();
            String attribute = Objects.requireNonNullElse(found.attributeName(), "");
            return switch (found.timeToLiveStatus()) {
                case ENABLED -> new LiveValue.Present<>(attribute);
                case ENABLING -> new LiveValue.Arriving<>(attribute);
                case DISABLED, DISABLING, UNKNOWN_TO_SDK_VERSION -> new LiveValue.Absent<>();
            };
        });
    }

    LiveValue<PointInTimeRecovery> pointInTimeRecovery() {
        boolean wanted = declared.settings().pointInTimeRecovery() != null;
        return when(wanted, Feature.POINT_IN_TIME_RECOVERY, "DescribeContinuousBackups", () -> {
            ContinuousBackupsDescription backups = client.describeContinuousBackups(
                    of -> of.tableName(tableName).overrideConfiguration(limit())).continuousBackupsDescription();
            // ContinuousBackupsStatus is another thing: it is enabled on every table.
            PointInTimeRecoveryDescription found = backups.pointInTimeRecoveryDescription();
            boolean enabled = found != null
                    && found.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED;
            return enabled
                    ? new LiveValue.Present<>(new PointInTimeRecovery(found.recoveryPeriodInDays()))
                    : new LiveValue.Absent<>();
        });
    }

    LiveValue<List<Tag>> tags() {
        boolean wanted = !declared.settings().tags().isEmpty();
        return when(wanted, Feature.TAGS, "ListTagsOfResource", () -> {
            List<Tag> tags = new ArrayList<>();
            String next = null;
            do {
                next = readTags(next, tags);
            } while (next != null);
            return new LiveValue.Present<>(tags);
        });
    }

    /** Tags that AWS makes itself are nobody's. */
    private @Nullable String readTags(@Nullable String token, List<Tag> into) {
        ListTagsOfResourceResponse page = client.listTagsOfResource(
                of -> of.resourceArn(arn).nextToken(token).overrideConfiguration(limit()));
        page.tags().stream()
                .filter(tag -> !tag.key().startsWith("aws:"))
                .forEach(tag -> into.add(new Tag(tag.key(), tag.value())));
        return page.nextToken();
    }

    LiveValue<String> resourcePolicy() {
        String wanted = declared.settings().resourcePolicy();
        return when(wanted != null, Feature.RESOURCE_POLICY, "GetResourcePolicy", () -> {
            String policy = client.getResourcePolicy(of -> of.resourceArn(arn).overrideConfiguration(limit())).policy();
            return policy == null
                    ? new LiveValue.Absent<>()
                    : new LiveValue.Present<>(PolicyText.same(wanted, policy) ? Objects.toString(wanted) : policy);
        });
    }

    LiveValue<ContributorInsights> contributorInsights(@Nullable String index, @Nullable ContributorInsights wanted) {
        return when(wanted != null, Feature.CONTRIBUTOR_INSIGHTS, "DescribeContributorInsights", () -> {
            DescribeContributorInsightsResponse found = client.describeContributorInsights(
                    of -> of.tableName(tableName).indexName(index).overrideConfiguration(limit()));
            ContributorInsights mode = "THROTTLED_KEYS".equals(found.contributorInsightsModeAsString())
                    ? ContributorInsights.THROTTLED_KEYS
                    : ContributorInsights.ACCESSED_AND_THROTTLED_KEYS;
            return switch (found.contributorInsightsStatus()) {
                case ENABLED -> new LiveValue.Present<>(mode);
                case ENABLING -> new LiveValue.Arriving<>(mode);
                case FAILED -> new LiveValue.GivenUp<>("DynamoDB could not enable them: " + Failures.of(found));
                case DISABLED, DISABLING, UNKNOWN_TO_SDK_VERSION -> new LiveValue.Absent<>();
            };
        });
    }

    LiveValue<Map<String, LiveValue<KinesisDestination>>> kinesisDestinations() {
        boolean wanted = !declared.settings().kinesisDestinations().isEmpty();
        return when(wanted, Feature.KINESIS, "DescribeKinesisStreamingDestination", () -> {
            Map<String, LiveValue<KinesisDestination>> found = new LinkedHashMap<>();
            client.describeKinesisStreamingDestination(
                    of -> of.tableName(tableName).overrideConfiguration(limit()))
                    .kinesisDataStreamDestinations()
                    .forEach(to -> found.put(to.streamArn(), kinesis(to)));
            return new LiveValue.Present<>(found);
        });
    }

    private static LiveValue<KinesisDestination> kinesis(KinesisDataStreamDestination to) {
        KinesisDestination.Precision precision = "MICROSECOND".equals(to.approximateCreationDateTimePrecisionAsString())
                ? KinesisDestination.Precision.MICROSECOND
                : KinesisDestination.Precision.MILLISECOND;
        KinesisDestination destination = new KinesisDestination(to.streamArn(), precision);
        return switch (to.destinationStatus()) {
            case ACTIVE, UPDATING -> new LiveValue.Present<>(destination);
            case ENABLING -> new LiveValue.Arriving<>(destination);
            case ENABLE_FAILED ->
                new LiveValue.GivenUp<>("DynamoDB could not enable it: "
                        + Objects.toString(to.destinationStatusDescription(), "it does not say why"));
            case DISABLED, DISABLING, UNKNOWN_TO_SDK_VERSION -> new LiveValue.Absent<>();
        };
    }

    private <T> LiveValue<T> when(
            boolean wanted, Feature feature, String operation, Supplier<LiveValue<T>> call) {
        if (!wanted) {
            return new LiveValue.NotAsked<>();
        }
        if (!capabilities.offers(feature)) {
            return new LiveValue.NotOffered<>(capabilities.refusal(feature));
        }
        return answers ? new Question(operation).ask(call) : new LiveValue.Absent<>();
    }

    private AwsRequestOverrideConfiguration limit() {
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(time).build();
    }
}
