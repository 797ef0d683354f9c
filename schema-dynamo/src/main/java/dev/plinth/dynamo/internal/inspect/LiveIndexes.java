package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.diff.LiveGlobalIndex.Status;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Throughput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;

/** Global secondary indexes as DescribeTable tells of them. */
final class LiveIndexes {

    private LiveIndexes() {}

    static LiveGlobalIndex live(GlobalSecondaryIndexDescription index, Billing billing) {
        GlobalIndex definition = new GlobalIndex(
                index.indexName(),
                LiveTables.key(index.keySchema()),
                projection(index.projection()),
                billing instanceof Billing.Provisioned ? throughput(index.provisionedThroughput()) : null,
                null);
        return new LiveGlobalIndex(definition, status(index.indexStatus()), Boolean.TRUE.equals(index.backfilling()));
    }

    /** On a table that pays per request the description is there and all zero. */
    static Throughput throughput(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null
                ? new Throughput(0, 0)
                : new Throughput(
                        Objects.requireNonNullElse(throughput.readCapacityUnits(), 0L),
                        Objects.requireNonNullElse(throughput.writeCapacityUnits(), 0L));
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

    private static Projection projection(software.amazon.awssdk.services.dynamodb.model.Projection projection) {
        return switch (projection.projectionType()) {
            case ALL -> new Projection.All();
            case KEYS_ONLY -> new Projection.KeysOnly();
            case INCLUDE, UNKNOWN_TO_SDK_VERSION -> new Projection.Include(projection.nonKeyAttributes());
        };
    }
}
