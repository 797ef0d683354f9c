package dev.plinth.test.dynamo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;
import software.amazon.awssdk.services.dynamodb.model.WitnessStatus;

/** What DescribeTable tells, in the form in which the service writes it: sorted, completed, and without what it leaves out. */
final class Descriptions {

    private static final String KEYS = "arn:aws:kms:eu-central-1:123456789012:key/";
    private static final String AWS_MANAGED = KEYS + "5f0e";

    private Descriptions() {}

    static TableDescription of(FakeTable table, long now) {
        TableDescription.Builder description = TableDescription.builder()
                .tableName(table.name())
                .tableId(table.id)
                .tableArn(table.arn())
                .tableStatus(table.status(now))
                .creationDateTime(Instant.EPOCH)
                .itemCount(0L)
                .tableSizeBytes(0L)
                .keySchema(table.request.keySchema())
                .attributeDefinitions(table.attributes.values())
                .provisionedThroughput(throughput(table.isPaidPerRequest() ? null : table.throughput))
                .onDemandThroughput(table.onDemand)
                .deletionProtectionEnabled(table.deletionProtection);
        capacity(description, table, now);
        indexes(description, table, now);
        settings(description, table, now);
        replicas(description, table.settings, now);
        return description.build();
    }

    /** A table that was provisioned from the beginning has no summary of its billing. */
    private static void capacity(TableDescription.Builder description, FakeTable table, long now) {
        if (table.isPaidPerRequest() || table.billingWasSwitched) {
            description.billingModeSummary(summary -> summary.billingMode(table.billing));
        }
        WarmThroughput warm = table.warm();
        description.warmThroughput(to -> to.readUnitsPerSecond(warm.readUnitsPerSecond())
                .writeUnitsPerSecond(warm.writeUnitsPerSecond())
                .status(now < table.warmingUntil ? TableStatus.UPDATING : TableStatus.ACTIVE));
    }

    private static void indexes(TableDescription.Builder description, FakeTable table, long now) {
        List<FakeIndex> all = List.copyOf(table.indexes(now));
        List<FakeIndex> global = all.stream().filter(index -> index.vector == null).toList();
        if (!global.isEmpty()) {
            description.globalSecondaryIndexes(global.stream().map(index -> global(index, table, now)).toList());
        }
        List<FakeIndex> vectors = all.stream().filter(index -> index.vector != null).toList();
        VectorMembers.describe(description, vectors, table.isCreating(now), now);
        if (table.request.hasLocalSecondaryIndexes()) {
            description.localSecondaryIndexes(
                    table.request.localSecondaryIndexes().stream().map(index -> local(index, table)).toList());
        }
    }

    private static GlobalSecondaryIndexDescription global(FakeIndex index, FakeTable table, long now) {
        CreateGlobalSecondaryIndexAction definition = index.definition;
        WarmThroughput warm = table.warm(index.warm, index.throughput);
        return GlobalSecondaryIndexDescription.builder()
                .indexName(index.name)
                .indexArn(table.arn() + "/index/" + index.name)
                .indexStatus(index.status(table.isCreating(now), now))
                .backfilling(index.backfilling(now))
                .keySchema(definition.keySchema())
                .projection(sorted(definition.projection()))
                .provisionedThroughput(throughput(table.isPaidPerRequest() ? null : index.throughput))
                .onDemandThroughput(index.onDemand)
                .warmThroughput(to -> to.readUnitsPerSecond(warm.readUnitsPerSecond())
                        .writeUnitsPerSecond(warm.writeUnitsPerSecond())
                        .status(now < index.warmingUntil ? IndexStatus.UPDATING : IndexStatus.ACTIVE))
                .itemCount(0L)
                .indexSizeBytes(0L)
                .build();
    }

    private static LocalSecondaryIndexDescription local(LocalSecondaryIndex index, FakeTable table) {
        return LocalSecondaryIndexDescription.builder()
                .indexName(index.indexName())
                .indexArn(table.arn() + "/index/" + index.indexName())
                .keySchema(index.keySchema())
                .projection(sorted(index.projection()))
                .itemCount(0L)
                .indexSizeBytes(0L)
                .build();
    }

    private static void settings(TableDescription.Builder description, FakeTable table, long now) {
        if (table.stream != null && Boolean.TRUE.equals(table.stream.streamEnabled())) {
            description.streamSpecification(table.stream).latestStreamArn(table.arn() + "/stream/1");
        }
        if (!table.tableClass.equals("STANDARD")) {
            description.tableClassSummary(summary -> summary.tableClass(table.tableClass));
        }
        SSESpecification encryption = table.encryption;
        if (encryption != null && Boolean.TRUE.equals(encryption.enabled())) {
            description.sseDescription(sse -> sse.sseType(SSEType.KMS)
                    .kmsMasterKeyArn(keyArn(encryption.kmsMasterKeyId()))
                    .status(now < table.encryptingUntil ? SSEStatus.UPDATING : SSEStatus.ENABLED));
        }
    }

    /** However a key was named, its ARN is told. */
    private static String keyArn(@Nullable String keyId) {
        if (keyId == null || keyId.contains("alias/")) {
            return AWS_MANAGED;
        }
        return keyId.startsWith("arn:") ? keyId : KEYS + keyId;
    }

    private static void replicas(TableDescription.Builder description, FakeSettings settings, long now) {
        if (settings.replicas.isEmpty()) {
            return;
        }
        description.globalTableVersion("2019.11.21")
                .multiRegionConsistency(
                        settings.strong ? MultiRegionConsistency.STRONG : MultiRegionConsistency.EVENTUAL)
                .replicas(settings.replicas.entrySet().stream()
                        .map(replica -> ReplicaDescription.builder()
                                .regionName(replica.getKey())
                                .kmsMasterKeyId(replica.getValue().value().isEmpty()
                                        ? null
                                        : replica.getValue().value())
                                .replicaStatus(now < replica.getValue().readyAt()
                                        ? ReplicaStatus.CREATING
                                        : ReplicaStatus.ACTIVE)
                                .build())
                        .toList());
        settings.witnesses.forEach((region, witness) -> description.globalTableWitnesses(
                to -> to.regionName(region)
                        .witnessStatus(now < witness.readyAt() ? WitnessStatus.CREATING : WitnessStatus.ACTIVE)));
    }

    private static Projection sorted(Projection projection) {
        return projection.hasNonKeyAttributes()
                ? projection.toBuilder()
                        .nonKeyAttributes(projection.nonKeyAttributes().stream().sorted().toList())
                        .build()
                : projection;
    }

    /** On a table that pays per request the numbers are there and zero. */
    private static ProvisionedThroughputDescription throughput(@Nullable ProvisionedThroughput throughput) {
        return ProvisionedThroughputDescription.builder()
                .readCapacityUnits(throughput == null ? 0 : throughput.readCapacityUnits())
                .writeCapacityUnits(throughput == null ? 0 : throughput.writeCapacityUnits())
                .numberOfDecreasesToday(0L)
                .build();
    }
}
