package dev.plinth.test.dynamo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** What the service refuses about keys, projections and capacities, of a table or an index. */
final class IndexRules {

    private static final int KEY_PARTS = 4;
    private static final int INCLUDED = 20;

    private IndexRules() {}

    static void global(CreateGlobalSecondaryIndexAction index, BillingMode billing) {
        name(index.indexName(), "indexName");
        key(index.keySchema(), KEY_PARTS, KEY_PARTS);
        projection(index.projection());
        capacity(index.provisionedThroughput(), billing, "index: " + index.indexName());
        onDemand(index.onDemandThroughput(), billing);
        warm(index.warmThroughput(), billing, index.provisionedThroughput());
    }

    static void name(@Nullable String name, String member) {
        if (name == null || name.length() < 3 || name.length() > 255 || !name.matches("[a-zA-Z0-9_.-]+")) {
            throw ServiceErrors.validation("1 validation error detected: Value '" + name + "' at '" + member
                    + "' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+,"
                    + " have length less than or equal to 255 and length greater than or equal to 3");
        }
    }

    /** All HASH before all RANGE, at least one of the first, no attribute twice. */
    static void key(List<KeySchemaElement> key, int hashes, int ranges) {
        long hash = key.stream().filter(element -> element.keyType() == KeyType.HASH).count();
        long range = key.size() - hash;
        Set<String> names = new HashSet<>();
        boolean twice = !key.stream().allMatch(element -> names.add(element.attributeName()));
        boolean mixed = key.stream().limit(hash).anyMatch(element -> element.keyType() != KeyType.HASH);
        if (hash == 0 || hash > hashes || range > ranges || mixed || twice) {
            throw ServiceErrors.invalid("Invalid KeySchema: " + (twice
                    ? "Some index key attribute have no unique name"
                    : mixed || hash == 0
                            ? "The first KeySchemaElement is not a HASH key type"
                            : "too many key attributes of one type"));
        }
    }

    static void projection(@Nullable Projection projection) {
        ProjectionType type = projection == null ? null : projection.projectionType();
        if (projection == null || type == null || type == ProjectionType.UNKNOWN_TO_SDK_VERSION) {
            throw ServiceErrors.invalid("Unknown ProjectionType: null");
        }
        int included = projection.nonKeyAttributes().size();
        if (type == ProjectionType.INCLUDE && included == 0) {
            throw ServiceErrors.invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        if (type != ProjectionType.INCLUDE && projection.hasNonKeyAttributes()) {
            throw ServiceErrors.invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        if (included > INCLUDED) {
            throw ServiceErrors
                    .validation("1 validation error detected: Value at 'projection.nonKeyAttributes' failed to"
                            + " satisfy constraint: Member must have length less than or equal to 20");
        }
        if (new HashSet<>(projection.nonKeyAttributes()).size() < included) {
            throw ServiceErrors.invalid("NonKeyAttributes contains duplicates");
        }
    }

    static void capacity(@Nullable ProvisionedThroughput throughput, BillingMode billing, String of) {
        if (billing == BillingMode.PAY_PER_REQUEST) {
            if (throughput != null) {
                throw ServiceErrors.invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                        + " BillingMode is PAY_PER_REQUEST");
            }
            return;
        }
        if (throughput == null) {
            throw ServiceErrors.invalid("ProvisionedThroughput must be specified for " + of);
        }
        if (below(throughput.readCapacityUnits(), 1) || below(throughput.writeCapacityUnits(), 1)) {
            throw ServiceErrors.validation("1 validation error detected: Value at 'provisionedThroughput' failed to"
                    + " satisfy constraint: Member must have value greater than or equal to 1");
        }
    }

    static void onDemand(@Nullable OnDemandThroughput maximum, BillingMode billing) {
        if (maximum == null) {
            return;
        }
        if (billing != BillingMode.PAY_PER_REQUEST) {
            throw ServiceErrors.invalid("OnDemandThroughput can only be specified when BillingMode is PAY_PER_REQUEST");
        }
        if (maximum.maxReadRequestUnits() == null && maximum.maxWriteRequestUnits() == null) {
            throw ServiceErrors.error(500, "InternalFailure", "The request processing has failed");
        }
        if (isNoMaximum(maximum.maxReadRequestUnits()) || isNoMaximum(maximum.maxWriteRequestUnits())) {
            throw ServiceErrors.invalid("MaxReadRequestUnits and MaxWriteRequestUnits have to be 1 or more, or -1");
        }
    }

    private static boolean isNoMaximum(@Nullable Long units) {
        return units != null && units < 1 && units != -1;
    }

    static void warm(
            @Nullable WarmThroughput warm, BillingMode billing, @Nullable ProvisionedThroughput provisioned) {
        if (warm == null) {
            return;
        }
        boolean own = billing != BillingMode.PAY_PER_REQUEST;
        long reads = own && provisioned != null ? provisioned.readCapacityUnits() : 12_000;
        long writes = own && provisioned != null ? provisioned.writeCapacityUnits() : 4_000;
        boolean empty = warm.readUnitsPerSecond() == null && warm.writeUnitsPerSecond() == null;
        boolean low = warm.readUnitsPerSecond() != null && warm.readUnitsPerSecond() < reads
                || warm.writeUnitsPerSecond() != null && warm.writeUnitsPerSecond() < writes;
        if (empty || low) {
            throw ServiceErrors.invalid("WarmThroughput has to be at least " + reads + " reads and " + writes
                    + " writes per second");
        }
    }

    private static boolean below(@Nullable Long units, long least) {
        return units == null || units < least;
    }
}
