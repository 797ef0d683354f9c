package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoFindings.Comparison;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The copies of a table in other regions. */
record DynamoReplicationDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final String FROZEN =
            "consistency and regions of a global table with strong consistency are settled when it is made: declare the"
                    + " table under a new name and copy the items, or make the schema say what is live";
    private static final Comparison<Replica> KEY = new Comparison<>(
            "key of the replica",
            (wanted, actual) -> wanted.keyId() == null || wanted.keyId().equals(actual.keyId()),
            replica -> Objects.requireNonNullElse(replica.keyId(), "no key of the customer"),
            "change the key with UpdateTable, or make the schema say what is live");

    void compare() {
        Replication wanted = declared.settings().replication();
        if (wanted.isNone()) {
            return;
        }
        if (live.settings().replication() instanceof LiveValue.Present<LiveReplication>(LiveReplication found)) {
            compare(wanted, found);
        } else {
            Comparison<LiveReplication> never =
                    new Comparison<>("replicas", LiveReplication::equals, Object::toString, "");
            LiveReplication nothing = new LiveReplication(wanted.consistency(), Map.of(), new LiveValue.Absent<>());
            DynamoCompanions.replicas(declared.name(), wanted)
                    .forEach(change -> findings.part(change, nothing, live.settings().replication(), never));
        }
    }

    private void compare(Replication wanted, LiveReplication found) {
        if (found.isNone()) {
            DynamoCompanions.replicas(declared.name(), wanted).forEach(findings::missing);
        } else if (wanted.consistency() != found.consistency()) {
            findings.different(
                    Subject.of(ObjectKind.REPLICAS, declared.name()),
                    "consistency",
                    wanted.consistency().name(),
                    found.consistency().name(),
                    FROZEN);
        } else if (wanted.consistency() == Consistency.STRONG) {
            strong(wanted, found);
        } else {
            wanted.replicas().forEach(replica -> replica(wanted, replica, found));
        }
    }

    private void replica(Replication wanted, Replica replica, LiveReplication found) {
        AddReplicas change = new AddReplicas(
                declared.name(), new Replication(wanted.consistency(), List.of(replica), null));
        LiveValue<Replica> state =
                Objects.requireNonNullElseGet(found.replicas().get(replica.region()), LiveValue.Absent::new);
        findings.part(change, replica, state, KEY);
    }

    private void strong(Replication wanted, LiveReplication found) {
        boolean arriving = found.replicas().values().stream().anyMatch(LiveValue.Arriving.class::isInstance)
                || found.witness() instanceof LiveValue.Arriving;
        if (arriving) {
            findings.begun(new AddReplicas(declared.name(), wanted));
        }
        findings.different(
                Subject.of(ObjectKind.REPLICAS, declared.name()),
                "regions",
                DynamoWords.regions(wanted),
                DynamoWords.regions(found),
                FROZEN);
    }
}
