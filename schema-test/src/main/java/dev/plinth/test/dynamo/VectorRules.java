package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.invalid;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;

/** What the service refuses about a vector index, which comes with its table or later. */
final class VectorRules {

    static final int INDEXES = 5;
    private static final int DIMENSIONS = 4096;
    private static final int FILTERS = 18;

    private VectorRules() {}

    static void check(SdkPojo index, BillingMode billing) {
        String name = VectorMembers.name(index);
        IndexRules.name(name, "indexName");
        if (billing != BillingMode.PAY_PER_REQUEST) {
            throw invalid("VectorIndexes need a table with BillingMode PAY_PER_REQUEST");
        }
        long dimensions = VectorMembers.dimensions(index);
        if (dimensions < 1 || dimensions > DIMENSIONS) {
            throw invalid("Dimensions of a vector index have to be 1 to 4096: " + name);
        }
        if (VectorMembers.attributes(index, "HASH").size() > 1
                || VectorMembers.attributes(index, "INLINE_FILTER").size() > FILTERS) {
            throw invalid("SearchSchema takes one HASH and 18 INLINE_FILTER at most: " + name);
        }
        IndexRules.projection(VectorMembers.projection(index));
    }
}
