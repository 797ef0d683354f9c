package dev.plinth.dynamo.internal.inspect;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint can report. DynamoDB Local accepts encryption, table class, tags and more and forgets them, and does not
 * know the operations of others: it says nothing about any of these.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB
 *      Local usage notes</a>
 */
enum Capabilities {
    EVERYTHING,
    DYNAMODB_LOCAL;

    /** What a table may have besides keys, indexes and billing. */
    enum Feature {
        ENCRYPTION("encryption keys"),
        TABLE_CLASS("table classes"),
        WARM_THROUGHPUT("warm throughput"),
        TIME_TO_LIVE("time to live"),
        POINT_IN_TIME_RECOVERY("point-in-time recovery"),
        TAGS("tags"),
        RESOURCE_POLICY("resource policies"),
        CONTRIBUTOR_INSIGHTS("Contributor Insights"),
        KINESIS("Kinesis destinations"),
        REPLICAS("replicas"),
        AUTO_SCALING("auto scaling"),
        VECTOR_INDEXES("vector indexes");

        private final String words;

        Feature(String words) {
            this.words = words;
        }
    }

    /** The region in every ARN that DynamoDB Local gives. */
    private static final String LOCAL_REGION = ":ddblocal:";

    private static final Set<Feature> LOCAL = Set.of(Feature.TIME_TO_LIVE);

    /** Told by the ARN of a table, so without a call of its own. */
    static Capabilities of(@Nullable String tableArn) {
        return tableArn != null && tableArn.contains(LOCAL_REGION) ? DYNAMODB_LOCAL : EVERYTHING;
    }

    boolean offers(Feature feature) {
        return switch (this) {
            case EVERYTHING -> true;
            case DYNAMODB_LOCAL -> LOCAL.contains(feature);
        };
    }

    /** Why a feature is left out, for people. */
    String refusal(Feature feature) {
        return "DynamoDB Local does not know " + feature.words;
    }
}
