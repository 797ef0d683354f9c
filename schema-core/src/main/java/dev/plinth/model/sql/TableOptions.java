package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CREATE TABLE says around the columns, and the marks of a table.
 *
 * @param partitioning PARTITION BY; null for a table that holds its rows itself
 * @param partitionOf the partitioned table that this is a part of; null where it is none
 * @param inherits the tables whose columns and checks this one has too
 * @param accessMethod how rows are stored; null for {@code heap}
 * @param parameters what stands in WITH (...), those of the TOAST table with {@code toast.} before their names
 * @param tablespace null for that of the database, or of the partitioned table
 * @param clusterOn the index by which CLUSTER sorts the table; null for none
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
public record TableOptions(
        @Nullable Partitioning partitioning,
        @Nullable PartitionOf partitionOf,
        List<QualifiedName> inherits,
        boolean unlogged,
        @Nullable String accessMethod,
        StorageParameters parameters,
        @Nullable String tablespace,
        @Nullable String clusterOn,
        ReplicaIdentity replicaIdentity) {

    private static final String HEAP = "heap";

    /** Nothing is said. */
    public static final TableOptions NONE = new TableOptions(
            null, null, List.of(), false, null, StorageParameters.NONE, null, null, ReplicaIdentity.DEFAULT);

    public TableOptions {
        inherits = List.copyOf(inherits);
        accessMethod = HEAP.equals(accessMethod) ? null : accessMethod;
    }

    /** What the table says of one of its indexes. */
    public List<IndexMark> marks(String index) {
        List<IndexMark> marks = new ArrayList<>();
        if (index.equals(clusterOn)) {
            marks.add(IndexMark.CLUSTER_ON);
        }
        if (replicaIdentity.equals(new ReplicaIdentity.UsingIndex(index))) {
            marks.add(IndexMark.REPLICA_IDENTITY);
        }
        return marks;
    }

    /** Those marks of an index that a table with these options has on no index yet, and that may be given to one. */
    public List<IndexMark> free(List<IndexMark> marks) {
        return marks.stream()
                .filter(mark -> switch (mark) {
                    case CLUSTER_ON -> clusterOn == null;
                    case REPLICA_IDENTITY -> replicaIdentity.equals(ReplicaIdentity.DEFAULT);
                })
                .toList();
    }

    /** The same with a mark on an index. */
    public TableOptions withMark(String index, IndexMark mark) {
        return with(
                mark == IndexMark.CLUSTER_ON ? index : clusterOn,
                mark == IndexMark.REPLICA_IDENTITY ? new ReplicaIdentity.UsingIndex(index) : replicaIdentity);
    }

    /** The same without a mark. */
    public TableOptions withoutMark(IndexMark mark) {
        return with(
                mark == IndexMark.CLUSTER_ON ? null : clusterOn,
                mark == IndexMark.REPLICA_IDENTITY ? ReplicaIdentity.DEFAULT : replicaIdentity);
    }

    private TableOptions with(@Nullable String cluster, ReplicaIdentity identity) {
        return new TableOptions(
                partitioning,
                partitionOf,
                inherits,
                unlogged,
                accessMethod,
                parameters,
                tablespace,
                cluster,
                identity);
    }

    /** The same, split in another way. */
    public TableOptions withPartitioning(@Nullable Partitioning other) {
        return new TableOptions(
                other,
                partitionOf,
                inherits,
                unlogged,
                accessMethod,
                parameters,
                tablespace,
                clusterOn,
                replicaIdentity);
    }

    /** The same with other tables above it. */
    public TableOptions withParents(@Nullable PartitionOf part, List<QualifiedName> parents) {
        return new TableOptions(
                partitioning,
                part,
                parents,
                unlogged,
                accessMethod,
                parameters,
                tablespace,
                clusterOn,
                replicaIdentity);
    }
}
