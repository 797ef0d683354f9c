package dev.plinth.diff;

import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.Map;

/**
 * The copies of a live table.
 *
 * @param replicas by region
 * @param witness the region that holds no copy
 */
public record LiveReplication(
        Consistency consistency, Map<String, LiveValue<Replica>> replicas, LiveValue<String> witness) {

    public LiveReplication {
        replicas = Map.copyOf(replicas);
    }

    /** Whether the table is in one region only. */
    public boolean isNone() {
        return replicas.isEmpty() && witness.settled().isEmpty();
    }
}
