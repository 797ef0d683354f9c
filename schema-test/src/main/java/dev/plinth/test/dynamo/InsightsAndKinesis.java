package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.inUse;
import static dev.plinth.test.dynamo.ServiceErrors.notFound;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import dev.plinth.test.dynamo.FakeSettings.Enabled;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.FailureException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationResponse;

/** What another service does for a table, and so comes a while after it was asked for, or fails then. */
record InsightsAndKinesis(Account account) {

    private static final String DEFAULT_MODE = "ACCESSED_AND_THROTTLED_KEYS";
    private static final String DEFAULT_PRECISION = "MILLISECOND";

    DescribeContributorInsightsResponse describe(DescribeContributorInsightsRequest request) {
        FakeTable table = account.visible(request.tableName());
        if (request.indexName() != null) {
            index(table, request.indexName());
        }
        Enabled insights = table.settings.insights.get(key(request.indexName()));
        var answer = DescribeContributorInsightsResponse.builder()
                .tableName(table.name())
                .indexName(request.indexName());
        if (insights == null) {
            return answer.contributorInsightsStatus(ContributorInsightsStatus.DISABLED).build();
        }
        answer.contributorInsightsMode(insights.value());
        if (account.now() < insights.readyAt()) {
            return answer.contributorInsightsStatus(ContributorInsightsStatus.ENABLING).build();
        }
        return insights.failed()
                ? answer.contributorInsightsStatus(ContributorInsightsStatus.FAILED).failureException(quota()).build()
                : answer.contributorInsightsStatus(ContributorInsightsStatus.ENABLED).build();
    }

    private static FailureException quota() {
        return FailureException.builder()
                .exceptionName("LimitExceededException")
                .exceptionDescription("The number of CloudWatch Contributor Insights rules of the account is exceeded")
                .build();
    }

    UpdateContributorInsightsResponse update(UpdateContributorInsightsRequest request) {
        FakeTable table = account.settled(request.tableName());
        ready(table, request.indexName());
        Map<String, Enabled> all = table.settings.insights;
        Enabled before = all.get(key(request.indexName()));
        if (before != null && account.now() < before.readyAt()) {
            throw validation("Contributor Insights is already in enabling state");
        }
        boolean news;
        if (request.contributorInsightsAction() == ContributorInsightsAction.DISABLE) {
            news = all.remove(key(request.indexName())) != null;
        } else {
            String mode = Objects.requireNonNullElse(request.contributorInsightsModeAsString(), DEFAULT_MODE);
            news = before == null || before.failed() || !before.value().equals(mode);
            if (news) {
                boolean fails = before == null && insights() >= account.insightsQuota;
                all.put(key(request.indexName()),
                        new Enabled(mode, account.now() + Durations.INSIGHTS.toNanos(), fails));
            }
        }
        account.log.accept("UpdateContributorInsights", table, key(request.indexName()), news);
        return UpdateContributorInsightsResponse.builder().tableName(table.name()).build();
    }

    private long insights() {
        return account.tables().stream().mapToLong(table -> table.settings.insights.size()).sum();
    }

    private static String key(@Nullable String index) {
        return index == null ? "" : index;
    }

    private void ready(FakeTable table, @Nullable String index) {
        if (index == null) {
            return;
        }
        long now = account.now();
        IndexStatus status = index(table, index).status(table.isCreating(now), now);
        if (status != IndexStatus.ACTIVE && status != IndexStatus.UPDATING) {
            throw validation("Index is in " + status + " state: " + index);
        }
    }

    private FakeIndex index(FakeTable table, String name) {
        FakeIndex index = table.index(name, account.now());
        if (index == null) {
            throw notFound("Index not found: " + name);
        }
        return index;
    }

    DescribeKinesisStreamingDestinationResponse destinations(DescribeKinesisStreamingDestinationRequest request) {
        FakeTable table = account.visible(request.tableName());
        return DescribeKinesisStreamingDestinationResponse.builder()
                .tableName(table.name())
                .kinesisDataStreamDestinations(table.settings.kinesis.entrySet().stream()
                        .map(stream -> destination(stream.getKey(), stream.getValue()))
                        .toList())
                .build();
    }

    private KinesisDataStreamDestination destination(String arn, Enabled stream) {
        return KinesisDataStreamDestination.builder()
                .streamArn(arn)
                .destinationStatus(account.now() < stream.readyAt()
                        ? DestinationStatus.ENABLING
                        : DestinationStatus.ACTIVE)
                .approximateCreationDateTimePrecision(stream.value())
                .build();
    }

    EnableKinesisStreamingDestinationResponse enable(EnableKinesisStreamingDestinationRequest request) {
        FakeTable table = active(request.tableName());
        if (table.settings.kinesis.containsKey(request.streamArn())) {
            throw validation("Table is not in a valid state to enable Kinesis Streaming Destination:"
                    + " EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
        }
        var configuration = request.enableKinesisStreamingConfiguration();
        String precision = configuration == null
                ? DEFAULT_PRECISION
                : configuration.approximateCreationDateTimePrecisionAsString();
        table.settings.kinesis.put(
                request.streamArn(), new Enabled(precision, account.now() + Durations.KINESIS.toNanos(), false));
        account.log.accept("EnableKinesisStreamingDestination", table, request.streamArn(), true);
        return EnableKinesisStreamingDestinationResponse.builder()
                .streamArn(request.streamArn())
                .destinationStatus(DestinationStatus.ENABLING)
                .build();
    }

    DisableKinesisStreamingDestinationResponse disable(DisableKinesisStreamingDestinationRequest request) {
        FakeTable table = active(request.tableName());
        if (table.settings.kinesis.remove(request.streamArn()) == null) {
            throw notFound("Stream: " + request.streamArn());
        }
        account.log.accept("DisableKinesisStreamingDestination", table, request.streamArn(), true);
        return DisableKinesisStreamingDestinationResponse.builder().build();
    }

    UpdateKinesisStreamingDestinationResponse change(UpdateKinesisStreamingDestinationRequest request) {
        FakeTable table = active(request.tableName());
        Enabled before = table.settings.kinesis.get(request.streamArn());
        if (before == null) {
            throw notFound("Stream: " + request.streamArn());
        }
        String precision =
                request.updateKinesisStreamingConfiguration().approximateCreationDateTimePrecisionAsString();
        table.settings.kinesis.put(request.streamArn(), new Enabled(precision, before.readyAt(), false));
        account.log.accept("UpdateKinesisStreamingDestination", table, request.streamArn(), true);
        return UpdateKinesisStreamingDestinationResponse.builder().build();
    }

    private FakeTable active(String name) {
        FakeTable table = account.settled(name);
        if (table.isUpdating(account.now())) {
            throw inUse("Attempt to change a resource which is still in use: Table is being updated: " + name);
        }
        return table;
    }
}
