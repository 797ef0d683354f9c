package dev.plinth.model.sql;

import java.util.List;

/**
 * A query under a name. The query is opaque text, read with only {@code pg_catalog} in the search path: whatever lives
 * elsewhere stands there with its namespace. What it speaks of in that way is created before it.
 */
public sealed interface NamedQuery extends DatabaseObject permits View, MaterializedView {

    /** The names of its columns; empty where they are those of the query. */
    List<String> columns();

    /** The SELECT, without a semicolon. */
    String query();

    /** Whether it is a column of it: one that is named, or any where only the query tells. */
    default boolean mayHave(String column) {
        return columns().isEmpty() || columns().contains(column);
    }

    /** Whether it may be a column of it that something is said of. */
    default boolean mayHave(Target target) {
        return target.kind() == Target.Kind.COLUMN && target.name().equals(name()) && mayHave(target.part());
    }

    /** What has to exist before it besides what the query speaks of. */
    List<ObjectName> dependsOn();

    /** The indexes, triggers and rules that it has as a table has them, in a table of its name that has nothing else. */
    Table parts();
}
