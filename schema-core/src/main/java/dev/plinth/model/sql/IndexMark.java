package dev.plinth.model.sql;

/** What a table says of one of its indexes. */
public enum IndexMark {
    /** CLUSTER sorts the table by it. */
    CLUSTER_ON,
    /** Logical replication names rows by its columns. */
    REPLICA_IDENTITY
}
