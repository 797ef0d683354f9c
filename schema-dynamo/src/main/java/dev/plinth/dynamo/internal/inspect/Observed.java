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
     * @param arn empty where the endpoint has none
     * @param statusText the status as the service wrote it
     * @param contents whether it holds items, where that was asked
     */
    record Present(LiveDynamoTable table, String tableId, String arn, String statusText, Contents contents)
            implements Observed {

        /** The same with what is now known of its items. */
        public Present with(Contents known) {
            return new Present(table, tableId, arn, statusText, known);
        }
    }

    /** Whether a table holds items. */
    enum Contents {
        NOT_ASKED,
        NONE,
        SOME,
        /** The caller may not look. */
        UNKNOWN
    }
}
