package dev.plinth.test.dynamo;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** A table: what was asked for, and until when each part of it is on its way. Times are those of the clock, in nanoseconds. */
final class FakeTable {

    private static final long NEVER = Long.MAX_VALUE;

    final CreateTableRequest request;
    final String id;
    final long createdAt;
    final long activeAt;
    final Map<String, AttributeDefinition> attributes = new TreeMap<>();
    final FakeSettings settings = new FakeSettings();
    private final Map<String, FakeIndex> indexes = new LinkedHashMap<>();

    BillingMode billing;
    boolean billingWasSwitched;

    @Nullable
    ProvisionedThroughput throughput;

    @Nullable
    OnDemandThroughput onDemand;

    @Nullable
    WarmThroughput warm;

    @Nullable
    StreamSpecification stream;

    @Nullable
    SSESpecification encryption;

    String tableClass;
    boolean deletionProtection;
    boolean items;
    long updatingUntil;
    long warmingUntil;
    long encryptingUntil;
    private long deletedAt = NEVER;
    final Deque<Long> encryptionChanges = new ArrayDeque<>();
    final Deque<Long> classChanges = new ArrayDeque<>();

    /** A status that the clock would not give; empty where there is none. */
    String status = "";

    FakeTable(CreateTableRequest request, String id, long now) {
        this.request = request;
        this.id = id;
        this.createdAt = now;
        boolean indexed = request.hasGlobalSecondaryIndexes() || !VectorMembers.of(request).isEmpty();
        this.activeAt = now + (indexed ? Durations.CREATION_WITH_INDEXES : Durations.CREATION).toNanos();
        this.billing = request.billingMode() == null ? BillingMode.PROVISIONED : request.billingMode();
        this.throughput = request.provisionedThroughput();
        this.onDemand = request.onDemandThroughput();
        this.warm = request.warmThroughput();
        this.stream = request.streamSpecification();
        this.encryption = request.sseSpecification();
        this.tableClass = request.tableClass() == null ? "STANDARD" : request.tableClassAsString();
        this.deletionProtection = Boolean.TRUE.equals(request.deletionProtectionEnabled());
        request.attributeDefinitions().forEach(this::define);
        request.globalSecondaryIndexes().forEach(index -> add(FakeIndex.withTable(index)));
        VectorMembers.of(request).forEach(index -> add(FakeIndex.vectorWithTable(index)));
        request.tags().forEach(tag -> settings.tags.put(tag.key(), tag.value()));
        settings.policy = request.resourcePolicy() == null ? "" : request.resourcePolicy();
    }

    String name() {
        return request.tableName();
    }

    String arn() {
        return FakeDynamoDb.ARN_PREFIX + name();
    }

    /** A type that contradicts what is known is ignored without a word, as the service does. */
    void define(AttributeDefinition attribute) {
        attributes.putIfAbsent(attribute.attributeName(), attribute);
    }

    void add(FakeIndex index) {
        indexes.put(index.name, index);
    }

    /** The indexes that are there, those on their way out included. */
    Collection<FakeIndex> indexes(long now) {
        indexes.values().removeIf(index -> index.isGone(now));
        return Collections.unmodifiableCollection(indexes.values());
    }

    @Nullable
    FakeIndex index(String name, long now) {
        FakeIndex index = indexes.get(name);
        return index == null || index.isGone(now) ? null : index;
    }

    boolean hasLocalIndex(String name) {
        return request.localSecondaryIndexes().stream().anyMatch(index -> index.indexName().equals(name));
    }

    boolean isPaidPerRequest() {
        return billing == BillingMode.PAY_PER_REQUEST;
    }

    boolean isCreating(long now) {
        return now < activeAt;
    }

    boolean isHidden(long now) {
        return now < createdAt + Durations.HIDDEN.toNanos();
    }

    void delete(long now) {
        deletedAt = now;
    }

    boolean isDeleting(long now) {
        return now >= deletedAt;
    }

    boolean isGone(long now) {
        return deletedAt != NEVER && now >= deletedAt + Durations.DELETION.toNanos();
    }

    /** Whether resources are being allocated for an index, in which the table takes next to nothing. */
    boolean isAllocating(long now) {
        return indexes(now).stream().anyMatch(index -> index.isAllocating(now));
    }

    /** Whether an index comes or goes. */
    boolean isOnline(long now) {
        return indexes(now).stream().anyMatch(index -> index.isOnline(now));
    }

    boolean isUpdating(long now) {
        return now < updatingUntil || isAllocating(now) || settings.isReplicating(now)
                || indexes(now).stream().anyMatch(index -> index.isDeleting(now) || now < index.updatingUntil);
    }

    String status(long now) {
        if (!status.isEmpty()) {
            return status;
        }
        if (isDeleting(now)) {
            return "DELETING";
        }
        return isCreating(now) ? "CREATING" : isUpdating(now) ? "UPDATING" : "ACTIVE";
    }

    /** What the table can take by itself: at least what DynamoDB gives to every table. */
    WarmThroughput warm() {
        return warm(warm, throughput);
    }

    WarmThroughput warm(@Nullable WarmThroughput asked, @Nullable ProvisionedThroughput provisioned) {
        long reads = isPaidPerRequest() || provisioned == null ? 12_000 : provisioned.readCapacityUnits();
        long writes = isPaidPerRequest() || provisioned == null ? 4_000 : provisioned.writeCapacityUnits();
        Long askedReads = asked == null ? null : asked.readUnitsPerSecond();
        Long askedWrites = asked == null ? null : asked.writeUnitsPerSecond();
        return WarmThroughput.builder()
                .readUnitsPerSecond(askedReads == null ? reads : Math.max(reads, askedReads))
                .writeUnitsPerSecond(askedWrites == null ? writes : Math.max(writes, askedWrites))
                .build();
    }
}
