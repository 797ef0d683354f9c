package dev.plinth.test.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A table of the fake service: what was asked for, and when each part of it is there. */
final class FakeTable {

    static final Duration CREATION = Duration.ofSeconds(6);
    static final Duration ALLOCATION = Duration.ofSeconds(40);
    static final Duration FILLING = Duration.ofMinutes(9);
    static final Duration BACKUPS_OFF_LIMITS = Duration.ofSeconds(3);

    private final CreateTableRequest request;
    private final String id;
    private final long activeAt;
    private final Map<String, Long> addedAt = new LinkedHashMap<>();
    private final List<GlobalSecondaryIndex> indexes;
    private final List<AttributeDefinition> attributes;

    /** Overrides the status that the clock would give. */
    String status = "";

    boolean recovery;
    boolean items;
    final FakeSettings settings = new FakeSettings();

    FakeTable(CreateTableRequest request, String id, long activeAt) {
        this.request = request;
        this.id = id;
        this.activeAt = activeAt;
        request.tags().forEach(tag -> settings.tags.put(tag.key(), tag.value()));
        settings.policy = request.resourcePolicy() == null ? "" : request.resourcePolicy();
        settings.stream = request.streamSpecification();
        settings.deletionProtection = Boolean.TRUE.equals(request.deletionProtectionEnabled());
        settings.onDemand = request.onDemandThroughput();
        settings.warm = request.warmThroughput();
        this.indexes = new ArrayList<>(request.globalSecondaryIndexes());
        this.attributes = new ArrayList<>(request.attributeDefinitions());
    }

    boolean isCreating(long now) {
        return now < activeAt;
    }

    boolean backupsAreOffLimits(long now) {
        return now < activeAt + BACKUPS_OFF_LIMITS.toNanos();
    }

    boolean has(String index) {
        return indexes.stream().anyMatch(other -> other.indexName().equals(index));
    }

    boolean isAllocating(long now) {
        return addedAt.values().stream().anyMatch(at -> now < at + ALLOCATION.toNanos());
    }

    boolean isBuilding(long now) {
        return addedAt.values().stream().anyMatch(at -> now < at + ALLOCATION.plus(FILLING).toNanos());
    }

    void add(CreateGlobalSecondaryIndexAction index, List<AttributeDefinition> definitions, long now) {
        indexes.add(GlobalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .provisionedThroughput(index.provisionedThroughput())
                .build());
        definitions.stream()
                .filter(added -> attributes.stream().noneMatch(a -> a.attributeName().equals(added.attributeName())))
                .forEach(attributes::add);
        addedAt.put(index.indexName(), now);
    }

    TableDescription describe(long now) {
        TableDescription.Builder table = TableDescription.builder()
                .tableName(request.tableName())
                .tableId(id)
                .tableArn("arn:aws:dynamodb:eu-central-1:123456789012:table/" + request.tableName())
                .tableStatus(status(now))
                .keySchema(request.keySchema())
                .attributeDefinitions(attributes.stream()
                        .sorted(Comparator.comparing(AttributeDefinition::attributeName))
                        .toList())
                .provisionedThroughput(throughput(request.provisionedThroughput()));
        if (!indexes.isEmpty()) {
            table.globalSecondaryIndexes(
                    indexes.stream().map(index -> describe(index, now)).toList());
        }
        if (request.billingMode() == BillingMode.PAY_PER_REQUEST) {
            table.billingModeSummary(summary -> summary.billingMode(BillingMode.PAY_PER_REQUEST));
        }
        if (request.sseSpecification() != null) {
            table.sseDescription(sse -> sse.status(SSEStatus.ENABLED)
                    .sseType(SSEType.KMS)
                    .kmsMasterKeyArn("arn:aws:kms:eu-central-1:123456789012:key/5f0e"));
        }
        FakeUpdates.describe(settings, table, now);
        return table.build();
    }

    private String status(long now) {
        if (!status.isEmpty()) {
            return status;
        }
        return isCreating(now) ? "CREATING" : isAllocating(now) ? "UPDATING" : "ACTIVE";
    }

    private GlobalSecondaryIndexDescription describe(GlobalSecondaryIndex index, long now) {
        GlobalSecondaryIndexDescription.Builder description = GlobalSecondaryIndexDescription.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(sorted(index.projection()))
                .provisionedThroughput(throughput(index.provisionedThroughput()));
        Long added = addedAt.get(index.indexName());
        if (added == null) {
            return description.indexStatus(isCreating(now) ? IndexStatus.CREATING : IndexStatus.ACTIVE).build();
        }
        long filledAt = added + ALLOCATION.plus(FILLING).toNanos();
        return now < filledAt
                ? description.indexStatus(IndexStatus.CREATING)
                        .backfilling(now >= added + ALLOCATION.toNanos())
                        .build()
                : description.indexStatus(IndexStatus.ACTIVE).build();
    }

    private static Projection sorted(Projection projection) {
        return projection.hasNonKeyAttributes()
                ? projection.toBuilder()
                        .nonKeyAttributes(projection.nonKeyAttributes().stream().sorted().toList())
                        .build()
                : projection;
    }

    /** On a table that pays per request the numbers are there and zero. */
    private static ProvisionedThroughputDescription throughput(ProvisionedThroughput throughput) {
        return ProvisionedThroughputDescription.builder()
                .readCapacityUnits(throughput == null ? 0 : throughput.readCapacityUnits())
                .writeCapacityUnits(throughput == null ? 0 : throughput.writeCapacityUnits())
                .numberOfDecreasesToday(0L)
                .build();
    }
}
