package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.DynamoDifference;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.model.dynamo.DynamoTable;

/** What a look at the place of a table found. */
public sealed interface Observed {

    /** There is no table of that name. */
    record Absent() implements Observed {}

    /**
     * There is one.
     *
     * @param difference how it falls short of the declared one
     * @param tableId tells a table from another one that took its name later; empty where the endpoint has none
     * @param arn empty where the endpoint has none
     * @param statusText the status as the service wrote it
     * @param contents whether it holds items, where that was asked
     */
    record Present(
            LiveDynamoTable table,
            DynamoDifference difference,
            String tableId,
            String arn,
            String statusText,
            Contents contents)
            implements Observed {

        /** A live table, compared once and for all; of its items nothing was asked. */
        public static Present of(
                DynamoTable declared, LiveDynamoTable table, String tableId, String arn, String statusText) {
            return new Present(
                    table, DynamoDiff.compare(declared, table), tableId, arn, statusText, Contents.NOT_ASKED);
        }

        /** The same with what is now known of its items. */
        public Present with(Contents known) {
            return new Present(table, difference, tableId, arn, statusText, known);
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
