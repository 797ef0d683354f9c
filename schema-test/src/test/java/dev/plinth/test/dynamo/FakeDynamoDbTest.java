package dev.plinth.test.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The fake as a client sees it: states over time, refusals with their codes and texts, faults. */
class FakeDynamoDbTest {

    private static final String ARN = FakeDynamoDb.ARN_PREFIX + "Orders";

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);

    static CreateTableRequest.Builder orders() {
        return CreateTableRequest.builder()
                .tableName("Orders")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(of -> of.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(of -> of.attributeName("id").keyType(KeyType.HASH));
    }

    private void created() {
        service.createTable(orders().build());
        seconds(30);
    }

    private void seconds(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    private TableDescription table() {
        return service.describeTable(of -> of.tableName("Orders")).table();
    }

    private void update(Consumer<UpdateTableRequest.Builder> with) {
        service.updateTable(request -> with.accept(request.tableName("Orders")));
    }

    private static void index(UpdateTableRequest.Builder request, String name) {
        request.attributeDefinitions(of -> of.attributeName("a").attributeType(ScalarAttributeType.N))
                .globalSecondaryIndexUpdates(update -> update.create(create -> create.indexName(name)
                        .keySchema(of -> of.attributeName("a").keyType(KeyType.HASH))
                        .projection(of -> of.projectionType(ProjectionType.ALL))));
    }

    private static String refusal(Runnable call) {
        try {
            call.run();
        } catch (AwsServiceException refused) {
            return refused.awsErrorDetails().errorCode() + ": " + refused.awsErrorDetails().errorMessage();
        }
        return "accepted";
    }

    private String state() {
        TableDescription table = table();
        StringBuilder state = new StringBuilder(table.tableStatusAsString());
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            state.append(", ").append(index.indexName()).append(' ').append(index.indexStatus()).append(' ')
                    .append(index.backfilling());
        }
        return state.toString();
    }

    @Test
    void a_table_comes_and_goes() {
        service.createTable(orders().build());

        assertThat(state()).isEqualTo("CREATING");
        assertThat(refusal(() -> service.createTable(orders().build())))
                .isEqualTo("ResourceInUseException: Table is being created: Orders");
        assertThat(refusal(() -> service.describeTimeToLive(of -> of.tableName("Orders"))))
                .startsWith("ResourceNotFoundException");
        seconds(4);
        assertThat(refusal(() -> service.describeTimeToLive(of -> of.tableName("Orders")))).isEqualTo(
                "ValidationException: Cannot describe time to live while table is in CREATING state");
        seconds(2);
        assertThat(state()).isEqualTo("ACTIVE");
        assertThat(refusal(() -> service.createTable(orders().build())))
                .isEqualTo("ResourceInUseException: Table already exists: Orders");
        String first = table().tableId();
        service.deleteTable(of -> of.tableName("Orders"));
        assertThat(state()).isEqualTo("DELETING");
        seconds(5);
        assertThat(refusal(this::table)).startsWith("ResourceNotFoundException");
        created();
        assertThat(table().tableId()).isNotEqualTo(first);
        assertThat(service.listTables().tableNames()).containsExactly("Orders");
    }

    @Test
    void an_index_is_allocated_then_filled_and_is_alone() {
        created();

        update(with -> index(with, "by-a"));

        assertThat(state()).isEqualTo("UPDATING, by-a CREATING false");
        assertThat(refusal(() -> update(with -> index(with, "by-b"))))
                .isEqualTo("LimitExceededException: Subscriber limit"
                        + " exceeded: Only 1 online index can be created or deleted simultaneously per table");
        assertThat(refusal(this::enableStream))
                .isEqualTo("ResourceInUseException: Can't change stream status when an index is being created: Orders");
        seconds(40);
        assertThat(state()).isEqualTo("ACTIVE, by-a CREATING true");
        assertThat(refusal(() -> update(with -> index(with, "by-b")))).startsWith("LimitExceededException");
        assertThat(refusal(() -> update(with -> with.deletionProtectionEnabled(true)))).isEqualTo("accepted");
        seconds(540);
        assertThat(state()).isEqualTo("ACTIVE, by-a ACTIVE null");
        assertThat(refusal(() -> update(with -> index(with, "by-a")))).startsWith("ValidationException");
    }

    @Test
    void what_takes_minutes_can_be_made_quicker() {
        created();
        service.slowWorkTakes(Duration.ofSeconds(5));
        update(with -> index(with, "by-a"));
        seconds(44);
        assertThat(state()).isEqualTo("ACTIVE, by-a CREATING true");
        seconds(1);
        assertThat(state()).isEqualTo("ACTIVE, by-a ACTIVE null");
        update(with -> with.warmThroughput(to -> to.readUnitsPerSecond(13_000L)));
        seconds(4);
        assertThat(table().warmThroughput().statusAsString()).isEqualTo("UPDATING");
        seconds(1);
        assertThat(table().warmThroughput().statusAsString()).isEqualTo("ACTIVE");
    }

    private void enableStream() {
        update(with -> with.streamSpecification(
                of -> of.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
    }

    @Test
    void an_index_of_the_table_comes_with_it() {
        service.createTable(orders()
                .attributeDefinitions(
                        of -> of.attributeName("id").attributeType(ScalarAttributeType.S),
                        of -> of.attributeName("a").attributeType(ScalarAttributeType.S))
                .globalSecondaryIndexes(of -> of.indexName("by-a")
                        .keySchema(key -> key.attributeName("a").keyType(KeyType.HASH))
                        .projection(to -> to.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("z", "y")))
                .build());

        assertThat(state()).isEqualTo("CREATING, by-a CREATING null");
        seconds(18);
        assertThat(state()).isEqualTo("ACTIVE, by-a ACTIVE null");
        assertThat(table().attributeDefinitions()).extracting(of -> of.attributeName()).containsExactly("a", "id");
        assertThat(table().globalSecondaryIndexes().get(0).projection().nonKeyAttributes()).containsExactly("y", "z");
        assertThat(table().warmThroughput().readUnitsPerSecond()).isEqualTo(12_000);
        assertThat(table().provisionedThroughput().readCapacityUnits()).isZero();
    }

    @Test
    void updates_take_one_change_and_their_time() {
        created();

        assertThat(refusal(() -> update(with -> {}))).startsWith("ValidationException: At least one of");
        assertThat(refusal(() -> update(with -> with.tableClass("STANDARD").deletionProtectionEnabled(true))))
                .startsWith("ValidationException");
        enableStream();
        assertThat(state()).isEqualTo("UPDATING");
        assertThat(refusal(() -> update(with -> with.deletionProtectionEnabled(true))))
                .startsWith("ResourceInUseException: Attempt to change a resource which is still in use");
        seconds(5);
        assertThat(refusal(this::enableStream))
                .isEqualTo("ValidationException: Table already has an enabled stream: TableName: Orders");
        update(with -> with.deletionProtectionEnabled(true));
        assertThat(refusal(() -> service.deleteTable(of -> of.tableName("Orders")))).startsWith("ValidationException");
        assertThat(refusal(() -> update(with -> with.deletionProtectionEnabled(false)))).isEqualTo(
                "ThrottlingException: Deletion protection was modified within the previous 15000 milliseconds. Please try"
                        + " again after 2026-01-01T00:00:50Z.");
    }

    @Test
    void tags_lock_the_table_for_a_moment() {
        created();
        Tag tag = Tag.builder().key("team").value("a").build();
        service.tagResource(of -> of.resourceArn(ARN).tags(tag));

        assertThat(refusal(() -> service.untagResource(of -> of.resourceArn(ARN).tagKeys("team"))))
                .isEqualTo("LimitExceededException: Subscriber limit exceeded: Table tags are being updated: Orders");
        seconds(2);
        service.tagResource(of -> of.resourceArn(ARN).tags(tag));
        assertThat(service.accepted()).extracting(AcceptedChange::toString)
                .containsExactly("CreateTable Orders", "TagResource Orders team");
        assertThat(service.repeated()).hasSize(1);
    }

    @Test
    void backups_and_time_to_live_have_their_own_pauses() {
        service.createTable(orders().build());
        seconds(6);

        assertThat(refusal(() -> recovery())).startsWith("ContinuousBackupsUnavailableException: Backups are being");
        seconds(3);
        recovery();
        timeToLive(true);
        assertThat(service.describeTimeToLive(of -> of.tableName("Orders")).timeToLiveDescription()
                .timeToLiveStatusAsString()).isEqualTo("ENABLING");
        assertThat(refusal(() -> timeToLive(true))).isEqualTo("ValidationException: TimeToLive is already enabled");
        assertThat(refusal(() -> timeToLive(false)))
                .startsWith("ValidationException: Time to live has been modified multiple times");
    }

    private void recovery() {
        service.updateContinuousBackups(of -> of.tableName("Orders")
                .pointInTimeRecoverySpecification(to -> to.pointInTimeRecoveryEnabled(true)));
    }

    private void timeToLive(boolean enabled) {
        service.updateTimeToLive(of -> of.tableName("Orders")
                .timeToLiveSpecification(to -> to.enabled(enabled).attributeName("at")));
    }

    @Test
    void insights_beyond_the_quota_fail_later() {
        created();
        service.limitContributorInsights(0);
        service.updateContributorInsights(
                of -> of.tableName("Orders").contributorInsightsAction(ContributorInsightsAction.ENABLE));

        assertThat(insights()).isEqualTo("ENABLING");
        seconds(10);
        assertThat(insights()).isEqualTo("FAILED");
    }

    private String insights() {
        return service.describeContributorInsights(of -> of.tableName("Orders")).contributorInsightsStatusAsString();
    }

    @Test
    void faults_happen_to_the_calls_that_were_named() {
        service.next(2, "CreateTable").isThrottled();
        service.next("CreateTable").losesItsAnswer();
        service.every("DescribeTable").isDenied();

        assertThat(refusal(() -> service.createTable(orders().build())))
                .isEqualTo("ThrottlingException: Rate exceeded");
        assertThat(refusal(() -> service.createTable(orders().build())))
                .isEqualTo("ThrottlingException: Rate exceeded");
        assertThat(service.accepted()).isEmpty();
        assertThatThrownBy(() -> service.createTable(orders().build())).isInstanceOf(SdkClientException.class);
        assertThat(service.accepted()).hasSize(1);
        assertThat(refusal(this::table)).startsWith("AccessDeniedException");
        assertThat(refusal(this::table)).startsWith("AccessDeniedException");
        service.recover();
        assertThat(table().tableName()).isEqualTo("Orders");
        assertThat(service.changes()).containsExactly(
                "0 ms: CreateTable Orders", "0 ms: CreateTable Orders", "0 ms: CreateTable Orders");
        assertThatThrownBy(() -> service.next("CreateTabel")).hasMessageStartingWith(
                "FakeDynamoDb does not know CreateTabel; it knows [CreateTable,");
    }

    @Test
    void somebody_else_meets_no_faults_and_is_in_no_log() {
        service.every("CreateTable").failsInternally();

        service.somebodyElse(client -> client.createTable(orders().build()));

        assertThat(List.of(service.changes(), service.accepted())).containsOnly(List.of());
        assertThat(state()).isEqualTo("CREATING");
    }

    @Test
    void the_account_takes_so_many_changes_a_second() {
        service.limitMutations(1);
        service.createTable(orders().build());

        assertThat(refusal(() -> service.createTable(orders().tableName("Others").build()))).isEqualTo(
                "ThrottlingException: The rate of control plane requests made by this account is too high");
        seconds(1);
        assertThat(refusal(() -> service.createTable(orders().tableName("Others").build()))).isEqualTo("accepted");
    }

    @Test
    void the_asynchronous_client_has_the_errors_in_its_futures() {
        assertThat(service.async().createTable(orders().build()).join().tableDescription().tableName())
                .isEqualTo("Orders");
        assertThatThrownBy(() -> service.async().createTable(orders().build()).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(AwsServiceException.class);
    }

    @Test
    void an_operation_that_is_not_known_says_so() {
        assertThatThrownBy(() -> service.getItem(of -> of.tableName("Orders")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("FakeDynamoDb does not know GetItem: it has tables and their settings, and no items; use"
                        + " DynamoDB Local for what reads and writes items");
    }
}
