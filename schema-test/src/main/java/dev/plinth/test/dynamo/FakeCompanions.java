package dev.plinth.test.dynamo;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** The operations that each have one part of a table. */
abstract class FakeCompanions implements DynamoDbClient {

    private static final int TAGS_ON_A_PAGE = 2;

    /** The settings of a table that is there, by its name or its ARN. */
    abstract FakeSettings settings(String table);

    /** Writes a call down and lets it fail if that was arranged. */
    abstract void begin(String operation, String subject);

    /** Lets a look fail if that was arranged. */
    abstract void fault(String operation);

    abstract void accept(String operation, String subject);

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        fault("DescribeTimeToLive");
        String attribute = settings(request.tableName()).timeToLive;
        return DescribeTimeToLiveResponse.builder()
                .timeToLiveDescription(to -> to
                        .timeToLiveStatus(attribute.isEmpty() ? TimeToLiveStatus.DISABLED : TimeToLiveStatus.ENABLED)
                        .attributeName(attribute.isEmpty() ? null : attribute))
                .build();
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        begin("UpdateTimeToLive", request.tableName());
        FakeSettings settings = settings(request.tableName());
        if (!settings.timeToLive.isEmpty()) {
            throw FakeDynamoDb.error("ValidationException", "TimeToLive is already enabled");
        }
        settings.timeToLive = request.timeToLiveSpecification().attributeName();
        accept("UpdateTimeToLive", request.tableName());
        return UpdateTimeToLiveResponse.builder().build();
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
        fault("ListTagsOfResource");
        List<Tag> tags = settings(request.resourceArn()).tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(from + TAGS_ON_A_PAGE, tags.size());
        return ListTagsOfResourceResponse.builder()
                .tags(tags.subList(from, to))
                .nextToken(to < tags.size() ? String.valueOf(to) : null)
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        begin("TagResource", request.resourceArn());
        Map<String, String> tags = settings(request.resourceArn()).tags;
        boolean news = request.tags().stream().anyMatch(tag -> !tag.value().equals(tags.get(tag.key())));
        request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        if (news) {
            // asked for twice it is one change
            accept("TagResource", request.resourceArn());
        }
        return TagResourceResponse.builder().build();
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
        fault("GetResourcePolicy");
        String policy = settings(request.resourceArn()).policy;
        if (policy.isEmpty()) {
            throw FakeDynamoDb.error("PolicyNotFoundException", "Resource-based policy not found");
        }
        return GetResourcePolicyResponse.builder().policy(policy).build();
    }

    @Override
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request) {
        begin("PutResourcePolicy", request.resourceArn() + " if " + request.expectedRevisionId());
        if (!settings(request.resourceArn()).policy.isEmpty()) {
            throw FakeDynamoDb.error("PolicyNotFoundException", "Resource-based policy exists already");
        }
        settings(request.resourceArn()).policy = request.policy();
        accept("PutResourcePolicy", request.resourceArn());
        return PutResourcePolicyResponse.builder().build();
    }

    @Override
    public DescribeContributorInsightsResponse describeContributorInsights(DescribeContributorInsightsRequest request) {
        fault("DescribeContributorInsights");
        String mode = settings(request.tableName()).insights.get(String.valueOf(request.indexName()));
        return DescribeContributorInsightsResponse.builder()
                .contributorInsightsStatus(
                        mode == null ? ContributorInsightsStatus.DISABLED : ContributorInsightsStatus.ENABLED)
                .contributorInsightsMode(mode)
                .build();
    }

    @Override
    public UpdateContributorInsightsResponse updateContributorInsights(UpdateContributorInsightsRequest request) {
        String index = String.valueOf(request.indexName());
        begin("UpdateContributorInsights", request.tableName() + " " + index);
        if (settings(request.tableName()).insights.put(index, request.contributorInsightsModeAsString()) == null) {
            // asked for twice it is one change
            accept("UpdateContributorInsights", request.tableName() + " " + index);
        }
        return UpdateContributorInsightsResponse.builder().build();
    }

    @Override
    public DescribeKinesisStreamingDestinationResponse describeKinesisStreamingDestination(
            DescribeKinesisStreamingDestinationRequest request) {
        fault("DescribeKinesisStreamingDestination");
        return DescribeKinesisStreamingDestinationResponse.builder()
                .kinesisDataStreamDestinations(settings(request.tableName()).kinesis.entrySet().stream()
                        .map(FakeCompanions::destination)
                        .toList())
                .build();
    }

    private static KinesisDataStreamDestination destination(Map.Entry<String, String> stream) {
        return KinesisDataStreamDestination.builder()
                .streamArn(stream.getKey())
                .destinationStatus(DestinationStatus.ACTIVE)
                .approximateCreationDateTimePrecision(stream.getValue())
                .build();
    }

    @Override
    public EnableKinesisStreamingDestinationResponse enableKinesisStreamingDestination(
            EnableKinesisStreamingDestinationRequest request) {
        begin("EnableKinesisStreamingDestination", request.tableName());
        var configuration = request.enableKinesisStreamingConfiguration();
        String precision = configuration == null
                ? "MILLISECOND"
                : configuration.approximateCreationDateTimePrecisionAsString();
        if (settings(request.tableName()).kinesis.putIfAbsent(request.streamArn(), precision) != null) {
            throw FakeDynamoDb.error("ResourceInUseException", "The stream is a destination of the table already");
        }
        accept("EnableKinesisStreamingDestination", request.tableName());
        return EnableKinesisStreamingDestinationResponse.builder().build();
    }
}
