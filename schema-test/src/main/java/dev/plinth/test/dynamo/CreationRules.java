package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.invalid;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** What the service refuses about a CreateTable before it looks whether the table is there. */
record CreationRules(CreateTableRequest request, BillingMode billing) {

    static final int GLOBAL_INDEXES = 20;
    private static final int LOCAL_INDEXES = 5;
    private static final int NON_KEY_ATTRIBUTES = 100;
    private static final int TAGS = 50;
    private static final int POLICY_BYTES = 20_480;

    static void check(CreateTableRequest request) {
        BillingMode billing = request.billingMode() == null ? BillingMode.PROVISIONED : request.billingMode();
        new CreationRules(request, billing).check();
    }

    private void check() {
        IndexRules.name(request.tableName(), "tableName");
        IndexRules.key(request.keySchema(), 1, 1);
        attributes();
        IndexRules.capacity(request.provisionedThroughput(), billing, "the table");
        IndexRules.onDemand(request.onDemandThroughput(), billing);
        IndexRules.warm(request.warmThroughput(), billing, request.provisionedThroughput());
        counts();
        request.localSecondaryIndexes().forEach(this::local);
        request.globalSecondaryIndexes().forEach(index -> IndexRules.global(FakeIndex.action(index), billing));
        VectorMembers.of(request).forEach(index -> VectorRules.check(index, billing));
        projections();
        stream(request.streamSpecification());
        encryption(request.sseSpecification());
        tags(request.tags());
        policy(request.resourcePolicy());
    }

    /** Exactly the attributes of all keys: checked before most other rules, so it hides them. */
    private void attributes() {
        Set<String> defined = new TreeSet<>();
        for (AttributeDefinition attribute : request.attributeDefinitions()) {
            if (!defined.add(attribute.attributeName())) {
                throw invalid("Cannot have two attributes with the same name");
            }
            if (attribute.attributeType() == ScalarAttributeType.UNKNOWN_TO_SDK_VERSION) {
                throw validation("1 validation error detected: Value '" + attribute.attributeTypeAsString()
                        + "' at 'attributeDefinitions' failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [B, N, S]");
            }
        }
        Set<String> used = new TreeSet<>(keys().map(KeySchemaElement::attributeName).toList());
        VectorMembers.of(request).forEach(index -> used.addAll(VectorMembers.attributes(index)));
        if (!defined.containsAll(used)) {
            throw invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " + used
                    + ", AttributeDefinitions: " + defined);
        }
        if (!used.containsAll(defined)) {
            throw invalid("Some AttributeDefinitions are not used. AttributeDefinitions: " + defined + ", keys used: "
                    + used);
        }
    }

    private Stream<KeySchemaElement> keys() {
        return Stream.of(
                request.keySchema().stream(),
                request.localSecondaryIndexes().stream().flatMap(index -> index.keySchema().stream()),
                request.globalSecondaryIndexes().stream().flatMap(index -> index.keySchema().stream()))
                .flatMap(all -> all);
    }

    private void counts() {
        if (request.hasGlobalSecondaryIndexes() && request.globalSecondaryIndexes().isEmpty()) {
            throw invalid("List of GlobalSecondaryIndexes is empty");
        }
        if (request.hasLocalSecondaryIndexes() && request.localSecondaryIndexes().isEmpty()) {
            throw invalid("List of LocalSecondaryIndexes is empty");
        }
        if (request.globalSecondaryIndexes().size() > GLOBAL_INDEXES) {
            throw invalid("GlobalSecondaryIndex count exceeds the per-table limit of 20");
        }
        if (request.localSecondaryIndexes().size() > LOCAL_INDEXES) {
            throw invalid("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
        }
        if (VectorMembers.of(request).size() > VectorRules.INDEXES) {
            throw invalid("VectorIndexes count exceeds the per-table limit of 5");
        }
        Set<String> names = new HashSet<>();
        Stream.of(
                request.globalSecondaryIndexes().stream().map(GlobalSecondaryIndex::indexName),
                request.localSecondaryIndexes().stream().map(LocalSecondaryIndex::indexName),
                VectorMembers.of(request).stream().map(VectorMembers::name))
                .flatMap(all -> all)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid("Duplicate index name: " + name);
                });
    }

    private void local(LocalSecondaryIndex index) {
        IndexRules.name(index.indexName(), "indexName");
        if (request.keySchema().size() < 2) {
            throw invalid("Table KeySchema does not have a range key, which is required when specifying a"
                    + " LocalSecondaryIndex");
        }
        IndexRules.key(index.keySchema(), 1, 1);
        if (index.keySchema().size() < 2) {
            throw invalid("Index KeySchema does not have a range key for index: " + index.indexName());
        }
        if (!index.keySchema().get(0).equals(request.keySchema().get(0))) {
            throw invalid("Table KeySchema and index KeySchema do not have the same hash key for index: "
                    + index.indexName());
        }
        IndexRules.projection(index.projection());
    }

    private void projections() {
        int listed = Stream.concat(
                request.globalSecondaryIndexes().stream().map(GlobalSecondaryIndex::projection),
                request.localSecondaryIndexes().stream().map(LocalSecondaryIndex::projection))
                .map(Projection::nonKeyAttributes)
                .mapToInt(List::size)
                .sum();
        if (listed > NON_KEY_ATTRIBUTES) {
            throw invalid("The total number of NonKeyAttributes of all indexes exceeds 100");
        }
    }

    static void stream(@Nullable StreamSpecification stream) {
        if (stream != null && Boolean.TRUE.equals(stream.streamEnabled()) == (stream.streamViewType() == null)) {
            throw invalid(Boolean.TRUE.equals(stream.streamEnabled())
                    ? "StreamViewType must be specified when the stream is enabled"
                    : "StreamViewType cannot be specified when the stream is disabled");
        }
    }

    static void encryption(@Nullable SSESpecification encryption) {
        if (encryption == null) {
            return;
        }
        boolean keyed = encryption.kmsMasterKeyId() != null || encryption.sseType() != null;
        if (!Boolean.TRUE.equals(encryption.enabled()) && keyed) {
            throw invalid("SSEType and KMSMasterKeyId cannot be specified when SSE is not enabled");
        }
        if (encryption.sseType() != null && encryption.sseType() != SSEType.KMS
                || encryption.kmsMasterKeyId() != null && encryption.sseType() == null) {
            throw invalid("SSEType has to be KMS");
        }
    }

    static void tags(List<Tag> tags) {
        Set<String> keys = new HashSet<>();
        boolean wrong = tags.size() > TAGS || tags.stream().anyMatch(tag -> tag.key().isEmpty()
                || tag.key().length() > 128 || tag.value().length() > 256 || tag.key().startsWith("aws:")
                || !keys.add(tag.key()));
        if (wrong) {
            throw invalid("Tags: 50 at most, each key once, of 1 to 128 characters and not from aws:, values of at most"
                    + " 256 characters");
        }
    }

    static void policy(@Nullable String policy) {
        if (policy != null && policy.length() > POLICY_BYTES) {
            throw invalid("The resource policy is larger than 20 KB");
        }
    }
}
