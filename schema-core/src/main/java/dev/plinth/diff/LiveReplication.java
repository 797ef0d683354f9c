package dev.plinth.diff;

import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** Whether the table is in one region only, and nobody tried to make it otherwise. */
    public boolean isNone() {
        return regions().isEmpty() && givenUp().isEmpty();
    }

    /** What is known of the replica in a region. */
    public LiveValue<Replica> replica(String region) {
        return Objects.requireNonNullElseGet(replicas.get(region), LiveValue.Absent::new);
    }

    /** Whether somebody has begun to add a region. */
    boolean isArriving() {
        return witness instanceof LiveValue.Arriving
                || replicas.values().stream().anyMatch(LiveValue.Arriving.class::isInstance);
    }

    /** The regions that are there or arriving, sorted, that of the witness last. One that goes is none of them. */
    List<String> regions() {
        return Stream.concat(replicaRegions().stream(), witness.settled().stream()).toList();
    }

    /** The regions with a copy that is there or arriving, sorted. */
    List<String> replicaRegions() {
        return replicas.entrySet().stream()
                .filter(replica -> replica.getValue().settled().isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Why there is no copy in the regions where the service gave up. */
    Map<String, String> givenUp() {
        Map<String, String> reasons = new TreeMap<>();
        replicas.forEach((region, replica) -> {
            if (replica instanceof LiveValue.GivenUp<Replica>(String reason)) {
                reasons.put(region, reason);
            }
        });
        return reasons;
    }
}
