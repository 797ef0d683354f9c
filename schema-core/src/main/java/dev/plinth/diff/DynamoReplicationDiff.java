package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoFindings.Comparison;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.List;
import java.util.Objects;

/** The copies of a table in other regions. */
record DynamoReplicationDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final String FROZEN =
            "consistency and regions of a global table with strong consistency are settled when it is made: declare the"
                    + " table under a new name and copy the items, or make the schema say what is live";
    private static final String KEY_ADVICE =
            "change the key with UpdateTable, or make the schema say what is live";
    private static final String GIVEN_UP = "delete what was begun with UpdateTable, then run again";
    private static final Comparison<Replica> REGION =
            new Comparison<>("region", (wanted, actual) -> true, Replica::region, "");

    void compare() {
        Replication wanted = declared.settings().replication();
        if (wanted.isNone()) {
            return;
        }
        live.settings().replication().settled().ifPresentOrElse(
                found -> compare(wanted, found),
                () -> DynamoCompanions.replicas(declared.name(), wanted)
                        .forEach(change -> findings.unknown(change, live.settings().replication())));
    }

    private void compare(Replication wanted, LiveReplication found) {
        if (found.isNone()) {
            DynamoCompanions.replicas(declared.name(), wanted).forEach(findings::missing);
        } else if (wanted.consistency() != found.consistency()) {
            different("consistency", wanted.consistency().name(), found.consistency().name());
        } else {
            switch (wanted.consistency()) {
                case EVENTUAL -> wanted.replicas().forEach(replica -> eventual(replica, found));
                case STRONG -> strong(wanted, found);
            }
            wanted.replicas().forEach(
                    replica -> found.replica(replica.region()).settled().ifPresent(actual -> key(replica, actual)));
        }
    }

    private void eventual(Replica replica, LiveReplication found) {
        Replication alone = new Replication(Consistency.EVENTUAL, List.of(replica), null);
        findings.part(new AddReplicas(declared.name(), alone), replica, found.replica(replica.region()), REGION);
    }

    /** All regions come in one call: as long as one of them arrives, the others may not be told of yet. */
    private void strong(Replication wanted, LiveReplication found) {
        AddReplicas change = new AddReplicas(declared.name(), wanted);
        if (found.isArriving() && DynamoSubjects.regions(wanted).containsAll(found.regions())) {
            findings.begun(change);
        } else {
            different("regions", DynamoWords.regions(wanted), DynamoWords.regions(found));
        }
        found.givenUp().forEach((region, reason) -> findings.drift(
                replicas(region), Drift.Kind.INVALID, "state", "ACTIVE", reason, GIVEN_UP));
    }

    private void key(Replica wanted, Replica actual) {
        String key = wanted.keyId();
        String found = Objects.requireNonNullElse(actual.keyId(), "");
        if (key == null || KeyNames.isOf(key, found)) {
            return;
        }
        boolean alias = KeyNames.isAlias(key) && !found.isEmpty();
        findings.drift(
                replicas(wanted.region()),
                alias ? Drift.Kind.UNDECIDED : Drift.Kind.DIFFERENT,
                "key",
                key,
                found,
                alias ? KeyNames.ALIAS_ADVICE : KEY_ADVICE);
    }

    private void different(String aspect, String wanted, String actual) {
        findings.different(Subject.of(ObjectKind.REPLICAS, declared.name()), aspect, wanted, actual, FROZEN);
    }

    private Subject replicas(String region) {
        return Subject.on(ObjectKind.REPLICAS, region, declared.name());
    }
}
