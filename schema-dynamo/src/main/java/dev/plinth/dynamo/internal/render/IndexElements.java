package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** Global secondary indexes in the words of the SDK, which has one type for each of the two calls. */
final class IndexElements {

    private IndexElements() {}

    /** As a part of CreateTable. */
    static GlobalSecondaryIndex whole(GlobalIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(KeyElements.of(index.key()))
                .projection(of(index.projection()))
                .provisionedThroughput(of(index.throughput()))
                .build();
    }

    /** As a part of UpdateTable. */
    static CreateGlobalSecondaryIndexAction addition(GlobalIndex index) {
        return CreateGlobalSecondaryIndexAction.builder()
                .indexName(index.name())
                .keySchema(KeyElements.of(index.key()))
                .projection(of(index.projection()))
                .provisionedThroughput(of(index.throughput()))
                .build();
    }

    static @Nullable ProvisionedThroughput of(@Nullable Throughput throughput) {
        return throughput == null
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(throughput.readCapacityUnits())
                        .writeCapacityUnits(throughput.writeCapacityUnits())
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
