package dev.plinth.dynamo.internal.apply;

import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.Set;

/** What is wanted of a table: the table itself, how long to wait for indexes, and which guarded additions are allowed. */
public record Wish(DynamoTable table, IndexWait indexWait, Guards guards) {

    /** A wish with the guarded additions that are allowed. */
    public static Wish of(DynamoTable table, IndexWait indexWait, Set<GuardedAddition> allowed) {
        return new Wish(table, indexWait, new Guards(allowed));
    }
}
