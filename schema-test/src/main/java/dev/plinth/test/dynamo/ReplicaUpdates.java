package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.inUse;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.CreateReplicationGroupMemberAction;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Copies of a table in other regions: one in a call, and for strong consistency all of them in one, on an empty table. */
record ReplicaUpdates(Account account, FakeTable table, UpdateTableRequest request) {

    private static final int STRONG_REGIONS = 2;

    void update() {
        long now = account.now();
        if (table.isUpdating(now) || table.isOnline(now)) {
            throw inUse("Attempt to change a resource which is still in use: Table is being updated: " + table.name());
        }
        List<ReplicationGroupUpdate> deleted =
                request.replicaUpdates().stream().filter(update -> update.delete() != null).toList();
        if (!deleted.isEmpty()) {
            deleted.forEach(update -> table.settings.replicas.remove(update.delete().regionName()));
            account.log.accept("UpdateTable", table, "delete replica", true);
            return;
        }
        check();
        long readyAt = now + Durations.REPLICATION.toNanos();
        request.replicaUpdates().stream().map(ReplicationGroupUpdate::create).forEach(create -> add(create, readyAt));
        request.globalTableWitnessUpdates().forEach(witness -> table.settings.witnesses.put(
                witness.create().regionName(), new FakeSettings.Enabled("", readyAt, false)));
        table.settings.strong |= request.multiRegionConsistency() == MultiRegionConsistency.STRONG;
        account.log.accept("UpdateTable", table, "replicas " + regions(), true);
    }

    private void check() {
        boolean strong = request.multiRegionConsistency() == MultiRegionConsistency.STRONG;
        int regions = request.replicaUpdates().size() + request.globalTableWitnessUpdates().size();
        if (strong && (regions != STRONG_REGIONS || table.items || !table.settings.replicas.isEmpty())) {
            throw validation("MultiRegionConsistency STRONG needs an empty table and exactly two other regions in one"
                    + " call: two replicas, or a replica and a witness");
        }
        if (!strong && (regions != 1 || table.settings.strong)) {
            throw validation("UpdateTable takes one replica in a call, and none on a table of strong consistency");
        }
        boolean known = request.replicaUpdates().stream()
                .anyMatch(update -> update.create() == null
                        || table.settings.replicas.containsKey(update.create().regionName()));
        if (known) {
            throw validation("Failed to create the new replica of table with name: '" + table.name()
                    + "' because one or more replicas already existed as tables.");
        }
    }

    /** The copies are kept by the stream, which DynamoDB enables where nobody has. */
    private void add(CreateReplicationGroupMemberAction replica, long readyAt) {
        table.settings.replicas.put(
                replica.regionName(),
                new FakeSettings.Enabled(Objects.requireNonNullElse(replica.kmsMasterKeyId(), ""), readyAt, false));
        if (table.stream == null || !Boolean.TRUE.equals(table.stream.streamEnabled())) {
            table.stream = StreamSpecification.builder()
                    .streamEnabled(true)
                    .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                    .build();
        }
    }

    private List<String> regions() {
        return request.replicaUpdates().stream().map(update -> update.create().regionName()).toList();
    }
}
