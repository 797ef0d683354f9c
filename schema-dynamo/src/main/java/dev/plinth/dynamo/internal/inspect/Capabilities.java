package dev.plinth.dynamo.internal.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What an endpoint can report. DynamoDB Local accepts encryption and forgets it, and does not know point-in-time
 * recovery: neither says anything about a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB
 *      Local usage notes</a>
 */
record Capabilities(boolean encryption, boolean pointInTimeRecovery) {

    /** The region in every ARN that DynamoDB Local gives. */
    private static final String LOCAL_REGION = ":ddblocal:";

    /** Told by the ARN of a table, so without a call of its own. */
    static Capabilities of(@Nullable String tableArn) {
        boolean local = tableArn != null && tableArn.contains(LOCAL_REGION);
        return new Capabilities(!local, !local);
    }
}
