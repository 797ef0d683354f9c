package dev.plinth.model.sql;

import java.util.List;

/**
 * PARTITION BY strategy (keys): the table holds no rows itself, each is in the partition that its keys tell.
 *
 * @param keys columns and expressions; their order and that of nulls have no meaning here
 * @param partitions the declared ones; empty in a {@link dev.plinth.model.Schema}, which lists them behind the table
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">Table Partitioning</a>
 */
public record Partitioning(Strategy strategy, List<IndexKey> keys, List<Table> partitions) {

    /** What tells the partition of a row. */
    public enum Strategy {
        /** Between which bounds the keys are. */
        RANGE,
        /** Which value the key has. */
        LIST,
        /** What the hash of the keys leaves over. */
        HASH;

        /** The index method whose operator classes the keys have. */
        public IndexMethod method() {
            return this == HASH ? IndexMethod.HASH : IndexMethod.BTREE;
        }
    }

    public Partitioning {
        keys = List.copyOf(keys);
        partitions = List.copyOf(partitions);
    }

    /** The extensions that bring the operator classes of its keys. */
    public List<String> extensions() {
        return keys.stream().flatMap(IndexKey::extension).distinct().toList();
    }

    /** The same without the partitions that it was declared with. */
    public Partitioning withoutPartitions() {
        return new Partitioning(strategy, keys, List.of());
    }
}
