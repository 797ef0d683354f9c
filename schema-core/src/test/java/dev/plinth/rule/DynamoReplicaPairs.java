package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.NEW_IMAGE;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.customerManaged;

import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.GlobalIndexStatement;
import java.util.List;
import java.util.function.Consumer;

/** DynamoDB: copies in other regions. */
final class DynamoReplicaPairs {

    private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/5f0e";

    private DynamoReplicaPairs() {}

    static List<Pair> pairs() {
        return List.of(
                DynamoTables.limit(
                        "a replica in no region",
                        (t, region) -> t.replica(region),
                        "Ireland",
                        "ERROR Reports ReplicaRegion",
                        "us-gov-west-1"),
                DynamoTables.limit(
                        "two replicas in one region",
                        (t, region) -> t.replica("eu-west-1").replica(region),
                        "eu-west-1",
                        "ERROR Reports ReplicaRegion",
                        "eu-west-2"),
                DynamoTables.limit(
                        "a witness in the region of the replica",
                        (t, region) -> t.multiRegionConsistency(STRONG).replica("eu-west-1").witness(region),
                        "eu-west-1",
                        "ERROR Reports ReplicaRegion",
                        "eu-west-2"),
                DynamoTables.pair(
                        "a key of the customer here and none in the replica",
                        t -> t.encryption(customerManaged(KEY)).replica("eu-west-2"),
                        "ERROR Reports ReplicaKey",
                        t -> t.encryption(customerManaged(KEY)).replica("eu-west-2", KEY)),
                DynamoTables.pair(
                        "a key of the customer in the replica and none here",
                        t -> t.replica("eu-west-2", KEY),
                        "ERROR Reports ReplicaKey",
                        t -> t.replica("eu-west-2")),
                DynamoTables.pair(
                        "a replica and a stream of new images",
                        t -> t.replica("eu-west-2").stream(NEW_IMAGE),
                        "ERROR Reports ReplicaStream",
                        t -> t.replica("eu-west-2").stream(NEW_AND_OLD_IMAGES)),
                DynamoTables.pair(
                        "a provisioned table with a replica, whose writes do not scale",
                        t -> t.provisioned(1, 1).scaleReads(1, 10, 70).replica("eu-west-2"),
                        "ERROR Reports ReplicaScaling",
                        t -> t.provisioned(1, 1).scaleWrites(1, 10, 70).replica("eu-west-2")),
                DynamoTables.pair(
                        "an index of a provisioned table with a replica, whose writes do not scale",
                        t -> scaledIndex(t).scaleReads(1, 10, 70),
                        "ERROR Reports.idx ReplicaScaling",
                        t -> scaledIndex(t).scaleWrites(1, 10, 70)),
                DynamoTables.pair(
                        "a witness without strong consistency",
                        t -> t.replica("eu-west-2").witness("eu-west-3"),
                        "ERROR Reports StrongConsistency",
                        t -> t.replica("eu-west-2").witness("eu-west-3").multiRegionConsistency(STRONG)),
                strong("strong consistency in one region", t -> {}, t -> t.replica("eu-west-2").replica("eu-west-3")),
                strong(
                        "strong consistency in two regions",
                        t -> t.replica("eu-west-2"),
                        t -> t.replica("eu-west-2").witness("eu-west-3")),
                strong(
                        "strong consistency in four regions",
                        t -> t.replica("eu-west-2").replica("eu-west-3").witness("eu-central-1"),
                        t -> t.replica("eu-west-2").replica("eu-west-3")),
                strong(
                        "strong consistency where it is not offered",
                        t -> t.replica("us-east-1").replica("us-west-1"),
                        t -> t.replica("us-east-1").replica("us-west-2")));
    }

    private static Pair strong(
            String title,
            Consumer<DynamoTableBuilder> bad,
            Consumer<DynamoTableBuilder> inside) {
        return DynamoTables.pair(
                title,
                t -> bad.accept(t.multiRegionConsistency(STRONG)),
                "ERROR Reports StrongConsistency",
                t -> inside.accept(t.multiRegionConsistency(STRONG)));
    }

    private static GlobalIndexStatement scaledIndex(DynamoTableBuilder t) {
        t.provisioned(1, 1).scaleWrites(1, 10, 70).replica("eu-west-2");
        return t.globalIndex("idx").partitionKey(t.string("tenant")).throughput(1, 1);
    }
}
