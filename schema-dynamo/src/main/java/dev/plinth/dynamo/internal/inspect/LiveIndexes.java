package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.IndexStage;
import dev.plinth.diff.IndexStage.Status;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.Projection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;

/** Secondary indexes as DescribeTable tells of them. */
final class LiveIndexes {

    private LiveIndexes() {}

    static LocalIndex local(LocalSecondaryIndexDescription index) {
        String sortKey = String.join(", ", LiveTables.key(index.keySchema()).sortKey());
        return new LocalIndex(index.indexName(), sortKey, projection(index.projection()), null);
    }

    static GlobalIndex global(GlobalSecondaryIndexDescription index, boolean paidPerRequest) {
        Capacity capacity = new Capacity(
                paidPerRequest ? null : LiveCapacity.provisioned(index.provisionedThroughput()),
                AutoScaling.NONE,
                LiveCapacity.onDemand(index.onDemandThroughput()),
                LiveCapacity.warm(index.warmThroughput()));
        return new GlobalIndex(
                index.indexName(),
                LiveTables.key(index.keySchema()),
                projection(index.projection()),
                capacity,
                null,
                null);
    }

    static IndexStage stage(@Nullable IndexStatus status, @Nullable Boolean backfilling) {
        return new IndexStage(status(status), Boolean.TRUE.equals(backfilling));
    }

    private static Status status(@Nullable IndexStatus status) {
        return status == null
                ? Status.UNKNOWN
                : switch (status) {
                    case CREATING -> Status.CREATING;
                    case ACTIVE -> Status.ACTIVE;
                    case UPDATING -> Status.UPDATING;
                    case DELETING -> Status.DELETING;
                    case UNKNOWN_TO_SDK_VERSION -> Status.UNKNOWN;
                };
    }

    static Projection projection(software.amazon.awssdk.services.dynamodb.model.Projection projection) {
        return switch (projection.projectionType()) {
            case ALL -> new Projection.All();
            case KEYS_ONLY -> new Projection.KeysOnly();
            case INCLUDE, UNKNOWN_TO_SDK_VERSION -> new Projection.Include(projection.nonKeyAttributes());
        };
    }
}
