package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveReplication;
import dev.plinth.diff.LiveValue;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessDescription;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.WitnessStatus;

/** The copies of a table as DescribeTable tells of them. A table in one region has none of these members. */
final class LiveReplicas {

    private LiveReplicas() {}

    /**
     * @param ownRegion the region of the answer, which is none of the others
     */
    static LiveReplication of(TableDescription table, String ownRegion) {
        Map<String, LiveValue<Replica>> replicas = new HashMap<>();
        for (ReplicaDescription replica : table.replicas()) {
            if (!ownRegion.equals(replica.regionName())) {
                replicas.put(replica.regionName(), replica(replica));
            }
        }
        return new LiveReplication(
                table.multiRegionConsistency() == MultiRegionConsistency.STRONG
                        ? Consistency.STRONG
                        : Consistency.EVENTUAL,
                replicas,
                witness(table));
    }

    private static LiveValue<Replica> replica(ReplicaDescription found) {
        Replica replica = new Replica(found.regionName(), found.kmsMasterKeyId());
        return switch (found.replicaStatus()) {
            case CREATING -> new LiveValue.Arriving<>(replica);
            case CREATION_FAILED ->
                new LiveValue.GivenUp<>("DynamoDB could not create it: "
                        + Objects.toString(found.replicaStatusDescription(), "it does not say why"));
            case DELETING -> new LiveValue.Absent<>();
            default -> new LiveValue.Present<>(replica);
        };
    }

    private static LiveValue<String> witness(TableDescription table) {
        return table.globalTableWitnesses().stream()
                .findFirst()
                .map(LiveReplicas::witness)
                .orElseGet(LiveValue.Absent::new);
    }

    private static LiveValue<String> witness(GlobalTableWitnessDescription found) {
        return found.witnessStatus() == WitnessStatus.CREATING
                ? new LiveValue.Arriving<>(found.regionName())
                : new LiveValue.Present<>(found.regionName());
    }
}
