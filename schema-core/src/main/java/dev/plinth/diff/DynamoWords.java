package dev.plinth.diff;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Throughput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of DynamoDB tables in words, for drift. Equal texts mean equal parts. */
final class DynamoWords {

    private DynamoWords() {}

    /** {@code string}, {@code number}, ... */
    static String type(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String billing(Billing billing) {
        return switch (billing) {
            case Billing.PayPerRequest perRequest -> "PAY_PER_REQUEST";
            case Billing.Provisioned provisioned -> "PROVISIONED, " + throughput(provisioned.throughput());
        };
    }

    static String maximum(OnDemandThroughput maximum) {
        return limited(maximum.maxReadRequestUnits()) + " read and " + limited(maximum.maxWriteRequestUnits())
                + " write request units a second";
    }

    /** DescribeTable says -1 where only the other one has a maximum. */
    private static String limited(long units) {
        return units < 0 ? "unlimited" : Long.toString(units);
    }

    static String scaling(LiveScaling scaling) {
        String policies = scaling.policies().isEmpty()
                ? "without a policy"
                : scaling.policies().stream().map(DynamoWords::policy).collect(Collectors.joining(" and "));
        return scaling.minCapacity() + " to " + scaling.maxCapacity() + " units, " + policies
                + (scaling.suspended() ? ", suspended" : "");
    }

    private static String policy(LiveScaling.Policy policy) {
        if (policy.targetUtilization() == null) {
            return "by policy " + policy.name() + ", which does not aim at a utilization";
        }
        String target = BigDecimal.valueOf(policy.targetUtilization()).stripTrailingZeros().toPlainString();
        return "aiming at " + target + " percent" + (policy.scalesIn() ? "" : " and never going down");
    }

    static String throughput(Throughput throughput) {
        return throughput.readCapacityUnits() + " read and " + throughput.writeCapacityUnits()
                + " write capacity units";
    }

    static String encryption(Encryption encryption) {
        return switch (encryption) {
            case Encryption.AwsOwned() -> "a key that AWS owns";
            case Encryption.AwsManaged() -> "the AWS-managed key aws/dynamodb";
            case Encryption.CustomerManaged(String keyId) -> "the key " + keyId;
        };
    }

    /** Attributes are a set: in whatever order, they are shown in one. */
    static String projection(Projection projection) {
        return switch (projection) {
            case Projection.All() -> "ALL";
            case Projection.KeysOnly() -> "KEYS_ONLY";
            case Projection.Include(List<String> names) -> {
                List<String> sorted = names.stream().sorted().toList();
                yield "INCLUDE " + String.join(", ", sorted);
            }
        };
    }

    static String localIndex(LocalIndex index) {
        return index.sortKey() + " (RANGE), " + projection(index.projection());
    }

    static String vector(LiveVectorIndex index) {
        return index.vectorAttribute() + ", " + index.dimensions() + " dimensions, " + index.distanceFunction();
    }

    static String precision(KinesisDestination destination) {
        return destination.precision() == null ? "the default precision" : destination.precision().name();
    }

    /** The regions of replicas, sorted, then that of the witness. */
    static String regions(Replication replication) {
        Stream<String> regions = replication.replicas().stream().map(Replica::region);
        return regions(regions, Optional.ofNullable(replication.witness()));
    }

    static String regions(LiveReplication replication) {
        return regions(replication.replicaRegions().stream(), replication.witness().settled());
    }

    private static String regions(Stream<String> replicas, Optional<String> witness) {
        return Stream.concat(replicas.sorted(), witness.stream().map(region -> "witness " + region))
                .collect(Collectors.joining(", "));
    }
}
