package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.NEW_IMAGE;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.AcceptedChange;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Settings on tables that exist: added where they are missing, reported where they differ, guarded where they hurt. */
class SettingsTest {

    private static final String STREAM_ARN = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders";
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["dynamodb:GetItem"]}]}""";

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final DynamoStore store = DynamoStore.of(service).sleeper(clock);

    private static DynamoTable orders(Consumer<DynamoTableBuilder> words) {
        return dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            words.accept(t);
        });
    }

    private StoreReport apply(DynamoStore to, Consumer<DynamoTableBuilder> words) {
        return to.apply(Tables.of(orders(words)), Run.within(Duration.ofHours(1)));
    }

    private static List<String> lines(StoreReport report) {
        return report.steps().stream().map(step -> step.status() + " " + step.describe()).toList();
    }

    private List<String> changes() {
        return service.changes().stream().map(change -> change.substring(change.indexOf("ms: ") + 4)).toList();
    }

    private static void everything(DynamoTableBuilder t) {
        t.onDemandThroughput(100, 50).warmThroughput(15000, 5000);
        t.stream(NEW_AND_OLD_IMAGES).deletionProtection();
        t.timeToLive(t.number("expires_at")).pointInTimeRecovery();
        t.tag("a", "1").tag("b", "2").tag("c", "3").resourcePolicy(POLICY);
        t.contributorInsights(THROTTLED_KEYS).kinesisDestination(STREAM_ARN);
        t.replica("eu-west-1").replica("eu-north-1");
    }

    @Test
    void everything_that_can_be_added_later_is_added_in_its_order_and_then_nothing() {
        apply(store, t -> {});
        changes();

        StoreReport report =
                apply(store.allow(GuardedAddition.values()).indexWait(IndexWait.ACTIVE), SettingsTest::everything);

        assertThat(report.failures()).isEmpty();
        assertThat(report.drift()).isEmpty();
        assertThat(report.steps()).extracting(Step::status).containsOnly(Step.Status.DONE);
        assertThat(service.accepted()).extracting(AcceptedChange::toString)
                .filteredOn(change -> !change.startsWith("UpdateContinuousBackups"))
                .containsExactly(
                        "CreateTable Orders",
                        "TagResource Orders a b c",
                        "UpdateTimeToLive Orders",
                        "PutResourcePolicy Orders",
                        "EnableKinesisStreamingDestination Orders " + STREAM_ARN,
                        "UpdateTable Orders StreamSpecification",
                        "UpdateContributorInsights Orders",
                        "UpdateTable Orders DeletionProtectionEnabled",
                        "UpdateTable Orders OnDemandThroughput",
                        "UpdateTable Orders WarmThroughput",
                        "UpdateTable Orders replicas [eu-west-1]",
                        "UpdateTable Orders replicas [eu-north-1]");
        changes();
        assertThat(apply(store, SettingsTest::everything).steps()).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_table_that_was_made_with_them_has_nothing_missing() {
        StoreReport first = apply(store.indexWait(IndexWait.ACTIVE), SettingsTest::everything);
        changes();

        assertThat(first.steps()).extracting(Step::status).containsOnly(Step.Status.DONE);
        assertThat(apply(store, SettingsTest::everything).steps()).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void only_the_tags_that_are_missing_are_added() {
        apply(store, t -> t.tag("a", "1").tag("b", "2").tag("theirs", "x"));
        changes();

        StoreReport report = apply(store, t -> t.tag("a", "1").tag("b", "3").tag("c", "4"));

        assertThat(lines(report)).containsExactly("DONE tags Orders");
        assertThat(report.steps().get(0).statements()).containsExactly("""
                {
                  "ResourceArn": "arn:aws:dynamodb:eu-central-1:123456789012:table/Orders",
                  "Tags": [
                    {
                      "Key": "c",
                      "Value": "4"
                    }
                  ]
                }
                """);
        assertThat(report.drift()).extracting(Drift::comparison)
                .containsExactly("tags Orders: tag b: schema says \"3\", store has \"2\"");
    }

    @Test
    void what_has_consequences_is_held_back_on_a_table_with_items() {
        apply(store, t -> {});
        service.holdsItems("Orders", true);
        changes();

        StoreReport report = apply(store, t -> {
            t.globalIndex("by-user").partitionKey(t.string("user"));
            t.timeToLive(t.number("expires_at")).deletionProtection();
        });

        String how = "; to let an apply do it all the same, say DynamoStore.allow(GuardedAddition.";
        assertThat(lines(report)).containsExactly(
                "BLOCKED time to live Orders: the table holds items, and DynamoDB then deletes every item whose time is over"
                        + how + "TIME_TO_LIVE)",
                "BLOCKED deletion protection Orders: the table exists already, and whoever deletes the table today then fails"
                        + how + "DELETION_PROTECTION)",
                "BLOCKED global index by-user on Orders: the table holds items, and from then on DynamoDB refuses items that"
                        + " do not fit the key of the index, and filling it uses capacity" + how + "GLOBAL_INDEX)");
        assertThat(changes()).isEmpty();
    }

    @Test
    void auto_scaling_is_left_to_its_own_service_with_the_requests_to_send() {
        StoreReport report = apply(store, t -> t.provisioned(5, 5).scaleReads(5, 100, 70));

        assertThat(lines(report)).containsExactly(
                "DONE DynamoDB table Orders",
                "SKIPPED auto scaling of reads on Orders: auto scaling is a service of its own: give a client of it with"
                        + " DynamoStore.autoScaling(ApplicationAutoScaling.of(...)), or send the two requests of this step"
                        + " once, if nobody has");
        assertThat(report.steps().get(1).statements()).containsExactly("""
                {
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/Orders",
                  "ScalableDimension": "dynamodb:table:ReadCapacityUnits",
                  "MinCapacity": 5,
                  "MaxCapacity": 100
                }
                """, """
                {
                  "PolicyName": "table/Orders-reads",
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/Orders",
                  "ScalableDimension": "dynamodb:table:ReadCapacityUnits",
                  "PolicyType": "TargetTrackingScaling",
                  "TargetTrackingScalingPolicyConfiguration": {
                    "TargetValue": 70,
                    "PredefinedMetricSpecification": {
                      "PredefinedMetricType": "DynamoDBReadCapacityUtilization"
                    }
                  }
                }
                """);
        assertThat(DynamoRequests.of().render(orders(t -> t.provisioned(5, 5).scaleReads(5, 100, 70)))).hasSize(1);
    }

    @Test
    void a_time_to_live_that_was_changed_just_now_is_deferred() {
        apply(store, t -> {});
        service.next("UpdateTimeToLive").fails(FakeDynamoDb.error(
                "ValidationException", "Time to live has been modified multiple times within a fixed interval"));

        StoreReport report = apply(store, t -> t.timeToLive(t.number("expires_at")));

        assertThat(lines(report)).containsExactly(
                "DEFERRED time to live Orders: UpdateTimeToLive failed: ValidationException: Time to live has been modified"
                        + " multiple times within a fixed interval");
        assertThat(report.steps().get(0).retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_pause_that_the_service_names_is_kept_and_other_changes_go_on() {
        apply(store, t -> {});
        String until = clock.now().plusSeconds(14).toString();
        service.next("PutResourcePolicy").fails(FakeDynamoDb.error(
                "ThrottlingException",
                "The policy was modified within the previous 15000 milliseconds. Please try again after " + until
                        + "."));
        service.changes();

        apply(store.allow(GuardedAddition.RESOURCE_POLICY), t -> t.stream(NEW_IMAGE).resourcePolicy(POLICY));

        List<String> calls = service.changes();
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0)).contains("PutResourcePolicy");
        assertThat(calls.get(1)).contains("UpdateTable Orders StreamSpecification");
        assertThat(calls.get(2)).contains("PutResourcePolicy");
        long first = Long.parseLong(calls.get(0).split(" ", 2)[0]);
        long second = Long.parseLong(calls.get(2).split(" ", 2)[0]);
        assertThat(second - first).isBetween(13_500L, 15_000L);
    }

    @Test
    void a_part_that_may_not_be_read_fails_alone() {
        apply(store, t -> {});
        service.beforeCall(operation -> {
            if (operation.equals("DescribeTimeToLive")) {
                throw FakeDynamoDb.error("AccessDeniedException", "not authorized");
            }
        });

        StoreReport report = apply(store, t -> t.timeToLive(t.number("at")).stream(NEW_IMAGE));

        assertThat(lines(report)).containsExactlyInAnyOrder(
                "FAILED time to live Orders: DescribeTimeToLive failed: AccessDeniedException: not authorized; allow"
                        + " dynamodb:DescribeTimeToLive on the table",
                "DONE stream Orders");
    }

    @Test
    void strong_consistency_comes_in_one_call_and_is_frozen_afterwards() {
        Consumer<DynamoTableBuilder> strong =
                t -> t.multiRegionConsistency(STRONG).replica("us-east-1").witness("us-west-2");
        apply(store, t -> {});
        changes();

        StoreReport report = apply(store.indexWait(IndexWait.ACTIVE), strong);

        assertThat(lines(report)).containsExactly("DONE replicas us-east-1, us-west-2 on Orders");
        assertThat(changes()).containsExactly(
                "UpdateTable Orders ReplicaUpdates+MultiRegionConsistency+GlobalTableWitnessUpdates");
        assertThat(apply(store, strong).steps()).isEmpty();
        assertThat(
                apply(store, t -> t.multiRegionConsistency(STRONG).replica("us-east-1").replica("us-east-2")).drift())
                .extracting(Drift::comparison)
                .containsExactly("replicas Orders: regions: schema says us-east-1, us-east-2, store has us-east-1,"
                        + " witness us-west-2");
    }

    @Test
    void a_destination_that_somebody_else_enables_at_the_same_moment_is_a_success() {
        apply(store, t -> {});
        AtomicBoolean faster = new AtomicBoolean(true);
        service.beforeCall(operation -> {
            if (operation.equals("EnableKinesisStreamingDestination") && faster.getAndSet(false)) {
                service.somebodyElse(client -> client.enableKinesisStreamingDestination(
                        of -> of.tableName("Orders").streamArn(STREAM_ARN)));
            }
        });

        assertThat(lines(apply(store, t -> t.kinesisDestination(STREAM_ARN)))).containsExactly(
                "DONE Kinesis destination " + STREAM_ARN + " on Orders: begun before this run, or by somebody else");
    }

    @Test
    void what_belongs_to_an_index_that_was_refused_is_not_waited_for() {
        apply(store, t -> {});
        service.next("UpdateTable").isDenied();
        Duration before = clock.elapsed();

        StoreReport report = apply(store.indexWait(IndexWait.ACTIVE),
                t -> t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights());

        assertThat(lines(report)).hasSize(2).contains(
                "PENDING contributor insights of index by-user on Orders: waits for its index");
        assertThat(clock.elapsed().minus(before)).isLessThan(Duration.ofSeconds(1));
    }
}
