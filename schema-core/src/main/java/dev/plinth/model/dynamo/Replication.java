package dev.plinth.model.dynamo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copies of a table in other regions, which make it a global table.
 *
 * @param replicas the other regions, not the one that the client is in
 * @param witness with {@link Consistency#STRONG} the region that holds a log instead of a copy; absent where there are
 *     two replicas
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html">Global tables</a>
 */
public record Replication(Consistency consistency, List<Replica> replicas, @Nullable String witness) {

    /** No other region. */
    public static final Replication NONE = new Replication(Consistency.EVENTUAL, List.of(), null);

    /** {@code MultiRegionConsistency}. */
    public enum Consistency {
        EVENTUAL,
        /** Reads see the last write of any region. Only for a table that is made so while it is empty, in three regions. */
        STRONG
    }

    public Replication {
        replicas = List.copyOf(replicas);
    }

    /** Whether the table is in one region only. */
    public boolean isNone() {
        return replicas.isEmpty() && witness == null;
    }
}
