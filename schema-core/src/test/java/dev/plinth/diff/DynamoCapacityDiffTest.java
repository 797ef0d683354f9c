package dev.plinth.diff;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.diff.LiveScaling.Policy;
import dev.plinth.diff.LiveValue.Absent;
import dev.plinth.diff.LiveValue.Arriving;
import dev.plinth.diff.LiveValue.NotOffered;
import dev.plinth.diff.LiveValue.Present;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Billing, capacities and auto scaling. */
class DynamoCapacityDiffTest {

    private static DynamoTable table(Consumer<DynamoTableBuilder> statements) {
        return dynamoTable("T", t -> {
            t.partitionKey(t.string("id"));
            statements.accept(t);
        });
    }

    private static LiveTables with(DynamoTable declared, Billing billing) {
        LiveTables live = LiveTables.like(declared);
        live.billing = billing;
        return live;
    }

    private static LiveTables with(DynamoTable declared, Capacity capacity) {
        GlobalIndex index = declared.globalIndexes().get(0);
        return LiveTables.like(declared).index(
                new GlobalIndex(index.name(), index.key(), index.projection(), capacity, null, null), IndexStage.READY);
    }

    @Test
    void anotherBillingIsDriftAndSaysEverything() {
        DynamoTable perRequest = table(t -> t.globalIndex("idx").partitionKey(t.string("k")).onDemandThroughput(1, 1));
        DynamoTable provisioned = table(t -> t.provisioned(5, 6).scaleReads(1, 10, 70));
        assertThat(Differences.of(perRequest, with(perRequest, Billing.provisioned(new Throughput(5, 6)))))
                .containsExactly(
                        "DIFFERENT DynamoDB table T: billing: schema says PAY_PER_REQUEST, store has PROVISIONED,"
                                + " 5 read and 6 write capacity units");
        assertThat(Differences.of(provisioned, with(provisioned, Billing.payPerRequest())))
                .containsExactly("DIFFERENT DynamoDB table T: billing: schema says PROVISIONED, 5 read and 6 write"
                        + " capacity units, store has PAY_PER_REQUEST");
    }

    @Test
    void provisionedCapacityOfTableAndIndex() {
        DynamoTable declared = table(t -> {
            t.provisioned(5, 6);
            t.globalIndex("idx").partitionKey(t.string("k")).throughput(1, 2);
        });
        assertThat(Differences.of(declared, LiveTables.like(declared))).isEmpty();
        assertThat(Differences.of(declared, with(declared, Billing.provisioned(new Throughput(5, 7)))))
                .containsExactly("DIFFERENT DynamoDB table T: capacity: schema says 5 read and 6 write capacity units,"
                        + " store has 5 read and 7 write capacity units");
        assertThat(Differences.of(declared, with(declared, Capacity.provisioned(new Throughput(2, 2)))))
                .containsExactly("DIFFERENT global index idx on T: capacity: schema says 1 read and 2 write capacity"
                        + " units, store has 2 read and 2 write capacity units");
    }

    @Test
    void whatScalesIsNotComparedAndTheRestIs() {
        DynamoTable declared = table(t -> t.provisioned(5, 6).scaleReads(5, 50, 70));
        LiveTables live = with(declared, Billing.provisioned(new Throughput(40, 7)));
        live.scaling =
                new Present<>(List.of(LiveScaling.of(null, ScalingDimension.READS, new ScalingRange(5, 50, 70))));
        assertThat(Differences.of(declared, live))
                .containsExactly("DIFFERENT DynamoDB table T: capacity: schema says 40 read and 6 write capacity units,"
                        + " store has 40 read and 7 write capacity units");
    }

    @Test
    void autoScalingOfTableAndIndex() {
        DynamoTable declared = table(t -> {
            t.provisioned(5, 6).scaleReads(5, 50, 70);
            t.globalIndex("idx").partitionKey(t.string("k")).throughput(1, 2).scaleWrites(1, 10, 60);
        });
        LiveScaling reads = LiveScaling.of(null, ScalingDimension.READS, new ScalingRange(5, 50, 70));
        LiveTables live = LiveTables.like(declared);
        live.scaling = new Present<>(List.of(reads, LiveScaling.of("idx", ScalingDimension.WRITES,
                new ScalingRange(1, 10, 60))));
        assertThat(Differences.of(declared, live)).isEmpty();
        live.scaling =
                new Present<>(List.of(LiveScaling.of("idx", ScalingDimension.READS, new ScalingRange(5, 50, 70))));
        assertThat(Differences.of(declared, live))
                .containsExactly(
                        "missing auto scaling of reads on T", "missing auto scaling of writes of index idx on T");
        live.scaling = new Present<>(List.of(reads, LiveScaling.of("idx", ScalingDimension.WRITES,
                new ScalingRange(1, 20, 60))));
        assertThat(Differences.of(declared, live))
                .containsExactly("DIFFERENT auto scaling of writes of index idx on T: range: schema says 1 to 10 units,"
                        + " aiming at 60 percent, store has 1 to 20 units, aiming at 60 percent");
        live.scaling = new NotOffered<>("no scaling here");
        assertThat(Differences.of(declared, live))
                .containsExactly(
                        "not offered auto scaling of reads on T: no scaling here",
                        "not offered auto scaling of writes of index idx on T: no scaling here");
    }

    @Test
    void scalingThatIsHalfDoneIsMissingAndAnotherIsDifferent() {
        DynamoTable declared = table(t -> t.provisioned(5, 6).scaleReads(5, 50, 70));
        Policy seventy = new Policy("theirs", 70.0, true);
        Policy steps = new Policy("steps", null, true);
        assertThat(scaling(declared, 5, 50, false)).containsExactly("missing auto scaling of reads on T");
        assertThat(scaling(declared, 5, 50, false, seventy)).isEmpty();
        assertThat(scaling(declared, 5, 50, false, steps, seventy)).isEmpty();
        String difference =
                "DIFFERENT auto scaling of reads on T: range: schema says 5 to 50 units, aiming at 70 percent,"
                        + " store has ";
        assertThat(scaling(declared, 6, 50, false)).containsExactly(difference + "6 to 50 units, without a policy");
        assertThat(scaling(declared, 5, 50, true, seventy))
                .containsExactly(difference + "5 to 50 units, aiming at 70 percent, suspended");
        assertThat(scaling(declared, 5, 50, false, new Policy("theirs", 70.5, true)))
                .containsExactly(difference + "5 to 50 units, aiming at 70.5 percent");
        assertThat(scaling(declared, 5, 50, false, new Policy("theirs", 70.0, false)))
                .containsExactly(difference + "5 to 50 units, aiming at 70 percent and never going down");
        assertThat(scaling(declared, 5, 50, false, steps)).containsExactly(
                difference + "5 to 50 units, by policy steps, which does not aim at a utilization");
    }

    private static List<String> scaling(DynamoTable declared, long min, long max, boolean suspended,
            Policy... policies) {
        LiveTables live = LiveTables.like(declared);
        live.scaling = new Present<>(
                List.of(new LiveScaling(null, ScalingDimension.READS, min, max, suspended, List.of(policies))));
        return Differences.of(declared, live);
    }

    @Test
    void capacityThatScalesIsNeverADifferenceWhereverItIs() {
        DynamoTable declared = table(t -> {
            t.provisioned(5, 6).scaleReads(5, 50, 70).scaleWrites(6, 60, 70);
            t.globalIndex("idx").partitionKey(t.string("k")).throughput(1, 2).scaleReads(1, 9, 70).scaleWrites(2, 9,
                    70);
        });
        for (Throughput moved : List.of(new Throughput(50, 60), new Throughput(17, 6), new Throughput(5, 23))) {
            assertThat(Differences.of(declared, with(declared, Billing.provisioned(moved)))).isEmpty();
            assertThat(Differences.of(declared, with(declared, Capacity.provisioned(moved)))).isEmpty();
        }
    }

    @Test
    void nothingScalesUnderANameThatAnotherKindOfIndexHas() {
        DynamoTable declared = table(t -> {
            t.provisioned(5, 6);
            t.globalIndex("idx").partitionKey(t.string("k")).throughput(1, 2).scaleWrites(1, 10, 60);
        });
        LiveTables live = LiveTables.like(declared).indexes();
        live.localIndexes = List.of(new LocalIndex("idx", "k", new Projection.All(), null));
        live.scaling = new Present<>(List.of());
        assertThat(Differences.of(declared, live))
                .containsExactly("CONFLICT global index idx on T: name: schema says a global index, store has a local"
                        + " index");
    }

    @Test
    void aMaximumIsMissingOrDifferent() {
        DynamoTable declared = table(t -> {
            t.onDemandThroughput(100, 200);
            t.globalIndex("idx").partitionKey(t.string("k")).onDemandThroughput(10, 20);
        });
        assertThat(Differences.of(declared, LiveTables.like(declared))).isEmpty();
        assertThat(Differences.of(declared, with(declared, Billing.payPerRequest())))
                .containsExactly("missing on demand throughput T");
        assertThat(Differences.of(declared, with(declared, Capacity.UNSPECIFIED)))
                .containsExactly("missing on demand throughput of index idx on T");
        assertThat(Differences.of(
                declared, with(declared, new Billing.PayPerRequest(new OnDemandThroughput(100, -1)))))
                .containsExactly("DIFFERENT on demand throughput T: maximum: schema says 100 read and 200 write"
                        + " request units a second, store has 100 read and unlimited write request units a second");
        DynamoTable silent = table(t -> t.globalIndex("idx").partitionKey(t.string("k")));
        assertThat(Differences.of(silent, with(silent, new Billing.PayPerRequest(new OnDemandThroughput(1, 1)))))
                .isEmpty();
        assertThat(Differences.of(silent, with(silent, new Capacity(
                null, AutoScaling.NONE, new OnDemandThroughput(1, 1), new WarmThroughput(12_000, 4_000))))).isEmpty();
    }

    @Test
    void warmThroughputIsRaisedAndMoreIsEnough() {
        DynamoTable declared = table(t -> t.warmThroughput(13_000, 4_000));
        LiveTables live = LiveTables.like(declared);
        live.warmThroughput = new Present<>(new WarmThroughput(20_000, 4_000));
        assertThat(Differences.of(declared, live)).isEmpty();
        live.warmThroughput = new Present<>(new WarmThroughput(12_000, 5_000));
        assertThat(DynamoDiff.compare(declared, live.table()).missing())
                .containsExactly(new RaiseWarmThroughput("T", null, new WarmThroughput(13_000, 5_000)));
        live.warmThroughput = new Arriving<>(new WarmThroughput(12_000, 4_000));
        assertThat(Differences.of(declared, live)).containsExactly("begun warm throughput T");
        live.warmThroughput = new Absent<>();
        assertThat(Differences.of(declared, live)).isEmpty();
    }

    @Test
    void warmThroughputOfAnIndex() {
        DynamoTable declared =
                table(t -> t.globalIndex("idx").partitionKey(t.string("k")).warmThroughput(13_000, 4_000));
        assertThat(Differences.of(declared, with(declared, new Capacity(
                null, AutoScaling.NONE, null, new WarmThroughput(12_000, 4_000)))))
                .containsExactly("missing warm throughput of index idx on T");
        assertThat(Differences.of(declared, with(declared, Capacity.UNSPECIFIED))).isEmpty();
    }

    @Test
    void warmThroughputOfAnIndexThatIsBeingRaised() {
        DynamoTable declared =
                table(t -> t.globalIndex("idx").partitionKey(t.string("k")).warmThroughput(13_000, 4_000));
        GlobalIndex index = declared.globalIndexes().get(0);
        LiveTables live = LiveTables.like(declared).indexes(new LiveGlobalIndex(
                index, IndexStage.READY, new Arriving<>(new WarmThroughput(12_000, 4_000)),
                new LiveValue.NotAsked<>()));
        assertThat(Differences.of(declared, live)).containsExactly("begun warm throughput of index idx on T");
    }
}
