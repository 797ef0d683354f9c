package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dynamo.internal.render.RequestJson;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Auto scaling through its own service: registered where it is missing, compared where it is there, never overwritten. */
class AutoScalingTest {

    private static final String READS = "table/Orders dynamodb:table:ReadCapacityUnits";
    private static final String WRITES_OF_INDEX = "table/Orders/index/by-user dynamodb:index:WriteCapacityUnits";

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final FakeAutoScaling scaling = new FakeAutoScaling();
    private final DynamoStore store =
            DynamoStore.of(service).sleeper(clock).autoScaling(ApplicationAutoScaling.of(scaling));

    private static DynamoTable orders(Consumer<DynamoTableBuilder> words) {
        return dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            words.accept(t);
        });
    }

    private static void scaled(DynamoTableBuilder t) {
        t.provisioned(5, 5).scaleReads(5, 100, 70);
        t.globalIndex("by-user").partitionKey(t.string("user")).throughput(2, 2).scaleWrites(2, 40, 60);
    }

    private static void readsOnly(DynamoTableBuilder t) {
        t.provisioned(5, 5).scaleReads(5, 100, 70);
    }

    private StoreReport apply(Consumer<DynamoTableBuilder> words) {
        return store.apply(Tables.of(orders(words)), Run.within(Duration.ofHours(1)));
    }

    private static List<String> lines(StoreReport report) {
        return report.steps().stream().map(step -> step.status() + " " + step.describe()).toList();
    }

    private List<String> changed() {
        return scaling.changes().stream().map(RequestJson::of).toList();
    }

    @Test
    void table_and_index_scale_and_a_second_apply_is_silent() {
        StoreReport first = apply(AutoScalingTest::scaled);

        assertThat(lines(first)).containsExactly(
                "DONE DynamoDB table Orders",
                "DONE auto scaling of reads on Orders",
                "DONE auto scaling of writes of index by-user on Orders");
        assertThat(changed()).containsExactly("""
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
                """, """
                {
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/Orders/index/by-user",
                  "ScalableDimension": "dynamodb:index:WriteCapacityUnits",
                  "MinCapacity": 2,
                  "MaxCapacity": 40
                }
                """, """
                {
                  "PolicyName": "table/Orders/index/by-user-writes",
                  "ServiceNamespace": "dynamodb",
                  "ResourceId": "table/Orders/index/by-user",
                  "ScalableDimension": "dynamodb:index:WriteCapacityUnits",
                  "PolicyType": "TargetTrackingScaling",
                  "TargetTrackingScalingPolicyConfiguration": {
                    "TargetValue": 60,
                    "PredefinedMetricSpecification": {
                      "PredefinedMetricType": "DynamoDBWriteCapacityUtilization"
                    }
                  }
                }
                """);
        List<String> planned = first.steps().stream().skip(1).flatMap(step -> step.statements().stream()).toList();
        assertThat(changed()).isEqualTo(planned);

        scaling.calls();
        StoreReport second = apply(AutoScalingTest::scaled);

        assertThat(second.steps()).isEmpty();
        assertThat(second.drift()).isEmpty();
        assertThat(scaling.calls()).containsExactly(
                "DescribeScalableTargets 2",
                "DescribeScalingPolicies table/Orders",
                "DescribeScalingPolicies table/Orders/index/by-user");
    }

    @Test
    void a_table_that_declares_no_scaling_costs_no_call() {
        apply(t -> t.provisioned(5, 5));

        assertThat(scaling.calls()).isEmpty();
    }

    @Test
    void another_range_or_target_is_drift_and_left_as_it_is() {
        apply(AutoScalingTest::scaled);
        int before = scaling.changes().size();

        StoreReport report = apply(t -> {
            t.provisioned(5, 5).scaleReads(5, 200, 70);
            t.globalIndex("by-user").partitionKey(t.string("user")).throughput(2, 2).scaleWrites(2, 40, 50);
        });

        assertThat(report.steps()).isEmpty();
        assertThat(report.drift()).extracting(Drift::comparison).containsExactly(
                "auto scaling of reads on Orders: range: schema says 5 to 200 units, aiming at 70 percent, store has 5 to 100"
                        + " units, aiming at 70 percent",
                "auto scaling of writes of index by-user on Orders: range: schema says 2 to 40 units, aiming at 50 percent,"
                        + " store has 2 to 40 units, aiming at 60 percent");
        assertThat(scaling.changes()).hasSize(before);
    }

    @Test
    void scaling_by_other_means_or_standing_still_is_drift() {
        apply(AutoScalingTest::scaled);
        scaling.policies.replaceAll((name, policy) -> ScalingPolicy.builder()
                .policyName("steps")
                .resourceId(policy.resourceId())
                .scalableDimension(policy.scalableDimensionAsString())
                .policyType("StepScaling")
                .build());
        scaling.targets.computeIfPresent(READS, (key, target) -> target.toBuilder()
                .suspendedState(state -> state.dynamicScalingOutSuspended(true))
                .build());

        assertThat(apply(AutoScalingTest::scaled).drift()).extracting(Drift::comparison).containsExactly(
                "auto scaling of reads on Orders: range: schema says 5 to 100 units, aiming at 70 percent, store has 5 to 100"
                        + " units, by policy steps, which does not aim at a utilization, suspended",
                "auto scaling of writes of index by-user on Orders: range: schema says 2 to 40 units, aiming at 60 percent,"
                        + " store has 2 to 40 units, by policy steps, which does not aim at a utilization");
    }

    @Test
    void capacity_that_was_moved_is_no_drift() {
        apply(AutoScalingTest::scaled);

        StoreReport report = apply(t -> {
            t.provisioned(60, 5).scaleReads(5, 100, 70);
            t.globalIndex("by-user").partitionKey(t.string("user")).throughput(2, 30).scaleWrites(2, 40, 60);
        });

        assertThat(report.drift()).isEmpty();
        assertThat(report.steps()).isEmpty();
    }

    @Test
    void what_is_half_done_is_completed_and_the_other_half_is_not_sent_again() {
        apply(t -> t.provisioned(5, 5));
        scaling.fail("PutScalingPolicy", SdkClientException.create("the process died here"));
        scaling.fail("PutScalingPolicy", FakeAutoScaling.error(400, "AccessDeniedException", "no"));
        apply(AutoScalingTest::readsOnly);
        assertThat(scaling.changes()).hasSize(1);

        StoreReport report = apply(AutoScalingTest::readsOnly);

        assertThat(lines(report)).containsExactly("DONE auto scaling of reads on Orders");
        assertThat(scaling.changes()).hasSize(2);
    }

    @Test
    void a_missing_permission_fails_its_own_step() {
        apply(t -> t.provisioned(5, 5));
        scaling.fail("RegisterScalableTarget", FakeAutoScaling.error(400, "AccessDeniedException", "not authorized"));

        StoreReport report = apply(t -> {
            readsOnly(t);
            t.tag("team", "orders");
        });

        assertThat(lines(report)).containsExactly(
                "DONE tags Orders",
                "FAILED auto scaling of reads on Orders: RegisterScalableTarget and PutScalingPolicy for reads failed:"
                        + " AccessDeniedException: not authorized; allow application-autoscaling:RegisterScalableTarget and"
                        + " application-autoscaling:PutScalingPolicy");
    }

    @Test
    void what_may_not_be_looked_at_fails_its_own_step() {
        apply(t -> t.provisioned(5, 5));
        scaling.fail("DescribeScalableTargets", FakeAutoScaling.error(400, "AccessDeniedException", "not authorized"));

        StoreReport report = apply(t -> {
            readsOnly(t);
            t.tag("team", "orders");
        });

        assertThat(lines(report)).containsExactlyInAnyOrder(
                "FAILED auto scaling of reads on Orders: DescribeScalableTargets and DescribeScalingPolicies failed:"
                        + " AccessDeniedException: not authorized; allow application-autoscaling:DescribeScalableTargets and"
                        + " application-autoscaling:DescribeScalingPolicies",
                "DONE tags Orders");
        assertThat(scaling.calls()).containsExactly("DescribeScalableTargets 1");
    }

    @Test
    void throttling_and_failures_of_the_service_pass() {
        apply(t -> t.provisioned(5, 5));
        RuntimeException throttled = FakeAutoScaling.error(400, "ThrottlingException", "Rate exceeded");
        RuntimeException failing = FakeAutoScaling.error(500, "InternalServiceException", "try later");
        RuntimeException busy = FakeAutoScaling.error(400, "ConcurrentUpdateException", "pending update");
        List.of(throttled, failing).forEach(fault -> scaling.fail("DescribeScalableTargets", fault));
        List.of(throttled, failing, busy).forEach(fault -> scaling.fail("RegisterScalableTarget", fault));
        List.of(throttled, busy).forEach(fault -> scaling.fail("PutScalingPolicy", fault));

        StoreReport report = apply(AutoScalingTest::readsOnly);

        assertThat(lines(report)).containsExactly("DONE auto scaling of reads on Orders");
        assertThat(scaling.changes()).hasSize(2);
    }

    @Test
    void a_service_that_cannot_be_reached_holds_nothing_else_up() {
        apply(t -> t.provisioned(5, 5));
        IntStream.range(0, 100).forEach(
                i -> scaling.fail("DescribeScalableTargets", SdkClientException.create("Unable to connect")));

        StoreReport report = apply(t -> {
            readsOnly(t);
            t.tag("team", "orders");
        });

        assertThat(lines(report)).containsExactlyInAnyOrder(
                "FAILED auto scaling of reads on Orders: DescribeScalableTargets and DescribeScalingPolicies failed: Unable to"
                        + " connect",
                "DONE tags Orders");
        assertThat(scaling.calls()).hasSize(5);
    }

    @Test
    void the_deadline_ends_the_waiting_and_the_step_is_pending() {
        apply(t -> t.provisioned(5, 5));
        IntStream.range(0, 100).forEach(i -> scaling.fail(
                "DescribeScalableTargets", FakeAutoScaling.error(400, "ThrottlingException", "Rate exceeded")));
        Duration start = clock.elapsed();

        StoreReport report =
                store.apply(Tables.of(orders(AutoScalingTest::readsOnly)), Run.within(Duration.ofSeconds(20)));

        assertThat(lines(report)).containsExactly(
                "PENDING auto scaling of reads on Orders: DescribeScalableTargets and DescribeScalingPolicies failed:"
                        + " ThrottlingException: Rate exceeded");
        assertThat(report.failures()).isEmpty();
        assertThat(clock.elapsed().minus(start)).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void another_that_was_registered_in_between_is_not_overwritten() {
        apply(t -> t.provisioned(5, 5));
        // the first look finds nothing; before the one that precedes the call, somebody registers another range
        scaling.before("DescribeScalableTargets", () -> {});
        scaling.before("DescribeScalableTargets", () -> someoneElse().apply(
                Tables.of(orders(t -> t.provisioned(5, 5).scaleReads(1, 10, 50))), Run.within(Duration.ofHours(1))));

        StoreReport report = apply(AutoScalingTest::readsOnly);

        assertThat(report.drift()).extracting(Drift::comparison).containsExactly(
                "auto scaling of reads on Orders: range: schema says 5 to 100 units, aiming at 70 percent, store has 1 to 10"
                        + " units, aiming at 50 percent");
        assertThat(scaling.changes()).hasSize(2);
        assertThat(scaling.targets.get(READS).maxCapacity()).isEqualTo(10);
    }

    @Test
    void a_policy_that_was_put_in_between_is_found_by_the_next_look() {
        apply(t -> t.provisioned(5, 5));
        scaling.before("PutScalingPolicy", () -> scaling.policies.put(READS + " console", ScalingPolicy.builder()
                .policyName("DynamoDBReadCapacityUtilization:table/Orders")
                .resourceId("table/Orders")
                .scalableDimension("dynamodb:table:ReadCapacityUnits")
                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(70.0)
                        .predefinedMetricSpecification(
                                metric -> metric.predefinedMetricType("DynamoDBReadCapacityUtilization")))
                .build()));

        StoreReport report = apply(AutoScalingTest::readsOnly);

        assertThat(lines(report))
                .containsExactly("DONE auto scaling of reads on Orders: begun before this run, or by somebody else");
        assertThat(report.drift()).isEmpty();
        assertThat(scaling.policies).hasSize(1);
    }

    private DynamoStore someoneElse() {
        return DynamoStore.of(service).sleeper(clock).autoScaling(ApplicationAutoScaling.of(scaling));
    }

    @Test
    void an_index_scales_once_it_can_be_used() {
        apply(AutoScalingTest::readsOnly);
        scaling.exists = resource -> !resource.contains("/index/")
                || service.describeTable(of -> of.tableName("Orders")).table().globalSecondaryIndexes().stream()
                        .anyMatch(index -> "ACTIVE".equals(index.indexStatusAsString()));
        scaling.calls();

        StoreReport started = apply(AutoScalingTest::scaled);
        assertThat(lines(started)).last().asString()
                .startsWith("PENDING auto scaling of writes of index by-user on Orders");
        assertThat(scaling.calls()).containsExactly(
                "DescribeScalableTargets 2", "DescribeScalingPolicies table/Orders");

        StoreReport report =
                store.indexWait(IndexWait.ACTIVE).apply(Tables.of(orders(AutoScalingTest::scaled)), Tables.never());

        assertThat(lines(report)).containsExactly(
                "DONE global index by-user on Orders: begun before this run, or by somebody else",
                "DONE auto scaling of writes of index by-user on Orders");
        assertThat(scaling.targets).containsKey(WRITES_OF_INDEX);
    }

    @Test
    void a_table_in_another_account_or_region_is_given_up() {
        apply(t -> t.provisioned(5, 5));
        scaling.exists = resource -> false;

        assertThat(lines(apply(AutoScalingTest::readsOnly))).containsExactly(
                "FAILED auto scaling of reads on Orders: RegisterScalableTarget and PutScalingPolicy for reads failed:"
                        + " ValidationException: DynamoDB table does not exist: table/Orders");
    }

    @Test
    void replicas_come_after_the_scaling_that_they_need() {
        apply(t -> t.provisioned(5, 5));
        scaling.fail("RegisterScalableTarget", FakeAutoScaling.error(400, "ThrottlingException", "Rate exceeded"));
        scaling.before("PutScalingPolicy", () -> assertThat(service.accepted())
                .noneMatch(change -> change.toString().contains("replicas")));

        StoreReport report = store.indexWait(IndexWait.ACTIVE).apply(
                Tables.of(orders(t -> {
                    t.provisioned(5, 5).scaleWrites(5, 100, 70);
                    t.replica("eu-west-1");
                })),
                Run.within(Duration.ofHours(1)));

        assertThat(lines(report)).containsExactly(
                "DONE auto scaling of writes on Orders", "DONE replicas eu-west-1 on Orders");
        assertThat(service.accepted()).last().asString().contains("replicas");
    }

    @Test
    void an_endpoint_without_the_service_is_skipped() {
        apply(t -> t.provisioned(5, 5));
        scaling.fail("DescribeScalableTargets", FakeAutoScaling.error(501, "InternalFailure", "not implemented"));

        StoreReport report = apply(AutoScalingTest::readsOnly);

        assertThat(lines(report)).containsExactly(
                "SKIPPED auto scaling of reads on Orders: this endpoint does not know Application Auto Scaling");
    }

    @Test
    void the_targets_of_all_tables_are_asked_for_together() {
        Schema schema = Tables.of(IntStream.range(0, 60)
                .mapToObj(i -> dynamoTable("Table" + i, t -> {
                    t.partitionKey(t.string("id"));
                    t.provisioned(1, 1).scaleReads(1, 10, 70);
                }))
                .toArray(DynamoTable[]::new));
        store.apply(schema, Tables.never());
        scaling.calls();

        assertThat(store.plan(schema, Tables.never()).steps()).isEmpty();

        List<String> calls = scaling.calls();
        // two batches in pages of two, as this service has them
        assertThat(calls).filteredOn(call -> call.startsWith("DescribeScalableTargets")).hasSize(25 + 5)
                .containsOnly("DescribeScalableTargets 50", "DescribeScalableTargets 10");
        assertThat(calls).filteredOn(call -> call.startsWith("DescribeScalingPolicies")).hasSize(60);
    }

    @Test
    void a_plan_names_both_requests_and_sends_none() {
        apply(t -> t.provisioned(5, 5));

        StoreReport plan = store.plan(Tables.of(orders(AutoScalingTest::readsOnly)), Tables.soon());

        assertThat(lines(plan)).containsExactly("PLANNED auto scaling of reads on Orders");
        assertThat(plan.steps()).flatExtracting(Step::statements).hasSize(2);
        assertThat(scaling.changes()).isEmpty();
    }
}
