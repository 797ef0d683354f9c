package dev.plinth.test.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** The operations that the fake knows: each is a call that may fail, and then what its part of the service makes of it. */
abstract class KnownOperations extends UnknownOperations {

    final Account account;
    private final Tables tables;
    private final Companions companions;
    private final TagsAndPolicies access;
    private final InsightsAndKinesis others;

    KnownOperations(Account account) {
        this.account = account;
        this.tables = new Tables(account);
        this.companions = new Companions(account);
        this.access = new TagsAndPolicies(account);
        this.others = new InsightsAndKinesis(account);
    }

    /** A call that looks. */
    abstract <Q, A> A look(String operation, Q request, Function<Q, A> work);

    /** A call that changes something; it is written down with its subject. */
    abstract <Q, A> A change(String operation, String subject, Q request, Function<Q, A> work);

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return change("CreateTable", request.tableName(), request, tables::create);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return look("DescribeTable", request, tables::describe);
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        return change("UpdateTable", request.tableName() + " " + Subjects.of(request), request,
                one -> TableUpdates.update(account, one));
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        return change("DeleteTable", request.tableName(), request, tables::delete);
    }

    @Override
    public ListTablesResponse listTables(ListTablesRequest request) {
        return look("ListTables", request, tables::list);
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return look("DescribeTimeToLive", request, companions::describeTimeToLive);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return change("UpdateTimeToLive", request.tableName(), request, companions::updateTimeToLive);
    }

    @Override
    public DescribeContinuousBackupsResponse describeContinuousBackups(DescribeContinuousBackupsRequest request) {
        return look("DescribeContinuousBackups", request, companions::describeBackups);
    }

    @Override
    public UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request) {
        return change("UpdateContinuousBackups", request.tableName(), request, companions::updateBackups);
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
        return look("ListTagsOfResource", request, access::list);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return change("TagResource", request.resourceArn(), request, access::tag);
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return change("UntagResource", request.resourceArn(), request, access::untag);
    }

    @Override
    public GetResourcePolicyResponse getResourcePolicy(GetResourcePolicyRequest request) {
        return look("GetResourcePolicy", request, access::policy);
    }

    @Override
    public PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request) {
        return change("PutResourcePolicy", request.resourceArn() + " if " + request.expectedRevisionId(), request,
                access::put);
    }

    @Override
    public DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest request) {
        return change("DeleteResourcePolicy", request.resourceArn(), request, access::delete);
    }

    @Override
    public DescribeContributorInsightsResponse describeContributorInsights(DescribeContributorInsightsRequest request) {
        return look("DescribeContributorInsights", request, others::describe);
    }

    @Override
    public UpdateContributorInsightsResponse updateContributorInsights(UpdateContributorInsightsRequest request) {
        return change("UpdateContributorInsights",
                request.tableName() + " " + Objects.toString(request.indexName(), ""), request, others::update);
    }

    @Override
    public DescribeKinesisStreamingDestinationResponse describeKinesisStreamingDestination(
            DescribeKinesisStreamingDestinationRequest request) {
        return look("DescribeKinesisStreamingDestination", request, others::destinations);
    }

    @Override
    public EnableKinesisStreamingDestinationResponse enableKinesisStreamingDestination(
            EnableKinesisStreamingDestinationRequest request) {
        return change("EnableKinesisStreamingDestination", request.tableName(), request, others::enable);
    }

    @Override
    public DisableKinesisStreamingDestinationResponse disableKinesisStreamingDestination(
            DisableKinesisStreamingDestinationRequest request) {
        return change("DisableKinesisStreamingDestination", request.tableName(), request, others::disable);
    }

    @Override
    public UpdateKinesisStreamingDestinationResponse updateKinesisStreamingDestination(
            UpdateKinesisStreamingDestinationRequest request) {
        return change("UpdateKinesisStreamingDestination", request.tableName(), request, others::change);
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return look("Scan", request, this::items);
    }

    private ScanResponse items(ScanRequest request) {
        boolean items = account.table(request.tableName()).items;
        return ScanResponse.builder().items(items ? List.of(Map.of()) : List.of()).count(items ? 1 : 0).build();
    }
}
