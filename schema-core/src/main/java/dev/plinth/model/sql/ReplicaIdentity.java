package dev.plinth.model.sql;

/**
 * REPLICA IDENTITY: what logical replication says of a row that was changed or deleted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY">REPLICA
 *     IDENTITY</a>
 */
public sealed interface ReplicaIdentity {

    /** The primary key. */
    ReplicaIdentity DEFAULT = new Default();

    /** The primary key. */
    record Default() implements ReplicaIdentity {}

    /** All columns. */
    record Full() implements ReplicaIdentity {}

    /** Nothing, so such changes cannot be replicated. */
    record Nothing() implements ReplicaIdentity {}

    /** The columns of a unique index. */
    record UsingIndex(String index) implements ReplicaIdentity {}
}
