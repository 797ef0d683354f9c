package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** UpdateTable with replicas, which may hold nothing else. */
final class ReplicaRequests {

    private ReplicaRequests() {}

    static UpdateTableRequest add(Replication replication, String tableName) {
        UpdateTableRequest.Builder request = ChangeRequests.update(tableName)
                .replicaUpdates(replication.replicas().stream().map(ReplicaRequests::create).toList());
        if (replication.consistency() == Consistency.STRONG) {
            request.multiRegionConsistency(MultiRegionConsistency.STRONG);
        }
        if (replication.witness() != null) {
            request.globalTableWitnessUpdates(
                    witness -> witness.create(create -> create.regionName(replication.witness())));
        }
        return request.build();
    }

    private static ReplicationGroupUpdate create(Replica replica) {
        return ReplicationGroupUpdate.builder()
                .create(create -> create.regionName(replica.region()).kmsMasterKeyId(replica.keyId()))
                .build();
    }
}
