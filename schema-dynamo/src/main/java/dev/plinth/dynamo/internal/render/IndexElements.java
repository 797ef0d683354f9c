package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.Projection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** Secondary indexes in the words of the SDK, which has one type for each of the two calls. */
final class IndexElements {

    private IndexElements() {}

    /** As a part of CreateTable. */
    static GlobalSecondaryIndex whole(GlobalIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(KeyElements.of(index.key()))
                .projection(of(index.projection()))
                .provisionedThroughput(CapacityElements.provisioned(index.capacity().throughput()))
                .onDemandThroughput(CapacityElements.onDemand(index.capacity().onDemandThroughput()))
                .warmThroughput(CapacityElements.warm(index.capacity().warmThroughput()))
                .build();
    }

    /** As a part of UpdateTable. */
    static CreateGlobalSecondaryIndexAction addition(GlobalIndex index) {
        return CreateGlobalSecondaryIndexAction.builder()
                .indexName(index.name())
                .keySchema(KeyElements.of(index.key()))
                .projection(of(index.projection()))
                .provisionedThroughput(CapacityElements.provisioned(index.capacity().throughput()))
                .onDemandThroughput(CapacityElements.onDemand(index.capacity().onDemandThroughput()))
                .warmThroughput(CapacityElements.warm(index.capacity().warmThroughput()))
                .build();
    }

    /** Always a part of CreateTable. */
    static LocalSecondaryIndex local(DynamoTable table, LocalIndex index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(KeyElements.of(table.keyOf(index)))
                .projection(of(index.projection()))
                .build();
    }

    private static software.amazon.awssdk.services.dynamodb.model.Projection of(Projection projection) {
        var builder = software.amazon.awssdk.services.dynamodb.model.Projection.builder();
        return switch (projection) {
            case Projection.All() -> builder.projectionType(ProjectionType.ALL).build();
            case Projection.KeysOnly() -> builder.projectionType(ProjectionType.KEYS_ONLY).build();
            case Projection.Include(List<String> names) ->
                builder.projectionType(ProjectionType.INCLUDE).nonKeyAttributes(names).build();
        };
    }
}
