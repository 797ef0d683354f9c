package dev.plinth.text;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.NEW_IMAGE;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.Samples;
import dev.plinth.Step;
import dev.plinth.diff.Change;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.ScalingDimension;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.WarmThroughput;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How each addition to DynamoDB reads, and what was skipped or is worth another run. */
class DynamoTextTest {

    private static final DynamoTable ORDERS = dynamoTable("Orders", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
        t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).distanceFunction(COSINE);
        t.stream(NEW_IMAGE).timeToLive(t.number("expires")).pointInTimeRecovery().contributorInsights();
        t.kinesisDestination("arn:aws:kinesis:eu-west-1:123456789012:stream/orders");
        t.replica("eu-central-1").replica("eu-west-2").multiRegionConsistency(STRONG);
    });
    private static final Schema SCHEMA = schema("shop", ORDERS);

    private static List<DynamoChange> everyChange() {
        ScalingRange range = new ScalingRange(1, 10, 70);
        Stream<DynamoChange> toExisting = Stream.of(
                new DynamoChange.AddGlobalIndex(ORDERS, ORDERS.globalIndexes().get(0)),
                new DynamoChange.AddVectorIndex(ORDERS, ORDERS.vectorIndexes().get(0)),
                new DynamoChange.AddTags("Orders", List.of(new Tag("team", "shop"))),
                new DynamoChange.PutResourcePolicy("Orders", "{}"),
                new DynamoChange.EnableStream("Orders", StreamView.NEW_IMAGE),
                new DynamoChange.EnableDeletionProtection("Orders"),
                new DynamoChange.RaiseWarmThroughput("Orders", null, new WarmThroughput(13_000, 4_000)),
                new DynamoChange.LimitOnDemandThroughput("Orders", "by-user", new OnDemandThroughput(1, 1)),
                new DynamoChange.RegisterAutoScaling("Orders", null, ScalingDimension.READS, range),
                new DynamoChange.RegisterAutoScaling("Orders", "by-user", ScalingDimension.WRITES, range));
        return Stream.concat(DynamoDiff.absent(ORDERS).stream(), toExisting).toList();
    }

    private static Step planned(Change change) {
        return Step.planned(change, "it is not there", List.of(), List.of());
    }

    @Test
    void thereIsOneOfEachKindOfChange() {
        assertThat(everyChange().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DynamoChange.class.getPermittedSubclasses());
    }

    @Test
    void aPlanNamesEachAddition() {
        List<Step> steps = everyChange().stream().map(DynamoTextTest::planned).toList();
        Plan plan = new Plan(SCHEMA, List.of(Samples.store("dynamodb", steps, List.of())), List.of(), Duration.ZERO);
        assertThat(PlanText.of(plan)).isEqualTo("""
                Plan for schema "shop": 17 to do (0 ms)

                dynamodb (at dynamodb): 17 to do (12 ms)
                  create     DynamoDB table Orders
                  enable     time to live Orders
                  enable     point in time recovery Orders
                  enable     Kinesis destination arn:aws:kinesis:eu-west-1:123456789012:stream/orders on Orders
                  enable     contributor insights Orders
                  enable     contributor insights of index by-user on Orders
                  add        replicas eu-central-1, eu-west-2 on Orders
                  create     global index by-user on Orders
                  create     vector index alike on Orders
                  add        tags Orders
                  set        resource policy Orders
                  enable     stream Orders
                  enable     deletion protection Orders
                  raise      warm throughput Orders
                  set        on demand throughput of index by-user on Orders
                  enable     auto scaling of reads on Orders
                  enable     auto scaling of writes of index by-user on Orders
                """);
    }

    @Test
    void aReportNamesWhatWasDone() {
        List<Step> steps = everyChange().stream()
                .map(change -> planned(change).with(Step.Status.DONE, ""))
                .toList();
        assertThat(ReportText.of(report(steps))).isEqualTo("""
                Applied schema "shop": 17 done (2.0 s)

                dynamodb (at dynamodb): 17 done (12 ms)
                  created    DynamoDB table Orders
                  enabled    time to live Orders
                  enabled    point in time recovery Orders
                  enabled    Kinesis destination arn:aws:kinesis:eu-west-1:123456789012:stream/orders on Orders
                  enabled    contributor insights Orders
                  enabled    contributor insights of index by-user on Orders
                  added      replicas eu-central-1, eu-west-2 on Orders
                  created    global index by-user on Orders
                  created    vector index alike on Orders
                  added      tags Orders
                  set        resource policy Orders
                  enabled    stream Orders
                  enabled    deletion protection Orders
                  raised     warm throughput Orders
                  set        on demand throughput of index by-user on Orders
                  enabled    auto scaling of reads on Orders
                  enabled    auto scaling of writes of index by-user on Orders
                """);
    }

    @Test
    void whatIsSkippedNeedsNobodyAndWhatIsPendingSaysWhenToRunAgain() {
        Step skipped = planned(new DynamoChange.EnablePointInTimeRecovery("Orders", new PointInTimeRecovery(null)))
                .with(Step.Status.SKIPPED, "DynamoDB Local has no backups");
        Replication replicas = new Replication(Consistency.EVENTUAL, List.of(new Replica("eu-west-2", null)), null);
        Step pending = planned(new DynamoChange.AddReplicas("Orders", replicas))
                .with(Step.Status.PENDING, "an index is being built")
                .retryAfter(Duration.ofSeconds(90));
        assertThat(ReportText.of(report(List.of(skipped)))).isEqualTo("""
                Applied schema "shop": nothing to do, 1 skipped (2.0 s)

                dynamodb (at dynamodb): nothing to do, 1 skipped (12 ms)
                  skipped    point in time recovery Orders
                             DynamoDB Local has no backups
                """);
        assertThat(ReportText.of(report(List.of(pending, skipped)))).isEqualTo("""
                Applied schema "shop": 1 PENDING, 1 skipped (2.0 s)

                dynamodb (at dynamodb): 1 PENDING, 1 skipped (12 ms)
                  PENDING    replicas eu-west-2 on Orders
                             an index is being built
                             run again in 1 min 30 s
                  skipped    point in time recovery Orders
                             DynamoDB Local has no backups
                """);
    }

    private static Report report(List<Step> steps) {
        return new Report(
                SCHEMA,
                Report.Verb.APPLY,
                List.of(Samples.store("dynamodb", steps, List.of())),
                List.of(),
                Duration.ofSeconds(2));
    }
}
