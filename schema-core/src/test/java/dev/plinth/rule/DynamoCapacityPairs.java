package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.GlobalIndexStatement;
import dev.plinth.model.SchemaObject;
import java.util.List;
import java.util.stream.IntStream;

/** DynamoDB: what tables and indexes can serve, and quotas of a region. */
final class DynamoCapacityPairs {

    private DynamoCapacityPairs() {}

    static List<Pair> pairs() {
        return List.of(
                DynamoTables.limit(
                        "a maximum of no requests",
                        (t, units) -> t.onDemandThroughput(1, units),
                        0,
                        "ERROR Reports OnDemandMaximum",
                        1),
                DynamoTables.limit(
                        "a maximum of -1, which clears a maximum elsewhere",
                        (t, units) -> index(t).onDemandThroughput(units, 1),
                        -1,
                        "ERROR Reports.idx OnDemandMaximum",
                        1),
                DynamoTables.pair(
                        "a maximum for requests to an index of a provisioned table",
                        t -> provisionedIndex(t).onDemandThroughput(1, 1),
                        "ERROR Reports.idx OnDemandMaximum",
                        t -> index(t).onDemandThroughput(1, 1)),
                DynamoTables.limit(
                        "a warm throughput of 11,999 reads",
                        (t, units) -> t.warmThroughput(units, 4_000),
                        11_999,
                        "ERROR Reports WarmThroughputMinimum",
                        12_000),
                DynamoTables.limit(
                        "a warm throughput of 3,999 writes of an index",
                        (t, units) -> index(t).warmThroughput(12_000, units),
                        3_999,
                        "ERROR Reports.idx WarmThroughputMinimum",
                        4_000),
                DynamoTables.limit(
                        "a warm throughput below the provisioned capacity",
                        (t, units) -> t.provisioned(5, 7).warmThroughput(5, units),
                        6,
                        "ERROR Reports WarmThroughputMinimum",
                        7),
                DynamoTables.limit(
                        "a warm throughput below the provisioned capacity of the index",
                        (t, units) -> provisionedIndex(t).warmThroughput(units, 3),
                        1,
                        "ERROR Reports.idx WarmThroughputMinimum",
                        2),
                DynamoTables.limit(
                        "auto scaling from no capacity on",
                        (t, min) -> t.provisioned(1, 1).scaleReads(min, 10, 70),
                        0,
                        "ERROR Reports AutoScalingRange",
                        1),
                DynamoTables.limit(
                        "auto scaling with a maximum below the minimum",
                        (t, max) -> provisionedIndex(t).scaleWrites(5, max, 70),
                        4,
                        "ERROR Reports.idx AutoScalingRange",
                        5),
                DynamoTables.limit(
                        "auto scaling beyond the numbers of its service",
                        (t, max) -> t.provisioned(1, 1).scaleWrites(1, max, 70),
                        1L << 31,
                        "ERROR Reports AutoScalingRange",
                        40_000L),
                DynamoTables.limit(
                        "auto scaling up to the last number of its service, beyond the quota",
                        (t, max) -> t.provisioned(1, 1).scaleWrites(1, max, 70),
                        (1L << 31) - 1,
                        "WARNING Reports AutoScalingRange",
                        40_000L),
                DynamoTables.limit(
                        "auto scaling beyond the quota, of an index",
                        (t, max) -> provisionedIndex(t).scaleReads(1, max, 70),
                        40_001L,
                        "WARNING Reports.idx AutoScalingRange",
                        40_000L),
                DynamoTables.limit(
                        "auto scaling that aims at 19 percent",
                        (t, target) -> t.provisioned(1, 1).scaleWrites(1, 10, target),
                        19,
                        "ERROR Reports AutoScalingRange",
                        20),
                DynamoTables.limit(
                        "auto scaling that aims at 91 percent",
                        (t, target) -> t.provisioned(1, 1).scaleReads(1, 10, target),
                        91,
                        "ERROR Reports AutoScalingRange",
                        90),
                DynamoTables.pair(
                        "auto scaling where requests are paid",
                        t -> index(t).scaleReads(1, 10, 70),
                        "ERROR Reports.idx AutoScalingRange",
                        t -> provisionedIndex(t).scaleReads(1, 10, 70)),
                Pair.schemas(
                        "80,001 capacity units in a region",
                        () -> Pair.schema(provisioned("One", 40_000, 1), provisioned("Two", 40_000, 40_000)),
                        "WARNING test AccountThroughput",
                        () -> Pair.schema(provisioned("One", 39_999, 1), provisioned("Two", 40_000, 40_000))),
                Pair.schemas(
                        "more capacity units in a region than a number has room for",
                        () -> Pair.schema(provisioned("Two", 1, Long.MAX_VALUE), provisioned("Three", 1, 1)),
                        """
                        WARNING Two ProvisionedThroughput
                        WARNING test AccountThroughput""",
                        () -> Pair.schema(provisioned("Two", 1, 40_000), provisioned("Three", 1, 40_000))),
                Pair.schemas(
                        "2,501 tables in a region",
                        () -> Pair.schema(tables(2_501)),
                        "WARNING test DynamoTableCount",
                        () -> Pair.schema(tables(2_500))));
    }

    private static GlobalIndexStatement index(DynamoTableBuilder t) {
        return t.globalIndex("idx").partitionKey(t.string("tenant"));
    }

    private static GlobalIndexStatement provisionedIndex(DynamoTableBuilder t) {
        return index(t.provisioned(1, 1)).throughput(2, 3);
    }

    /** With an index that has one unit each. */
    private static SchemaObject provisioned(String name, long reads, long writes) {
        return dynamoTable(name, t -> {
            t.partitionKey(t.string("id"));
            t.provisioned(reads, writes);
            if (name.equals("One")) {
                index(t).throughput(1, 1);
            }
        });
    }

    private static SchemaObject[] tables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> dynamoTable("Table-" + i, t -> t.partitionKey(t.string("id"))))
                .toArray(SchemaObject[]::new);
    }
}
