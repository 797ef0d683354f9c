package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable;

/** What a look at the place of a table found. */
public sealed interface Observed {

    /** There is no table of that name. */
    record Absent() implements Observed {}

    /**
     * There is one.
     *
     * @param tableId tells a table from another one that took its name later; empty where the endpoint has none
     * @param statusText the status as the service wrote it
     */
    record Present(LiveDynamoTable table, String tableId, String statusText) implements Observed {}
}
