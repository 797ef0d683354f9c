package dev.plinth.test.dynamo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** An index that is built beside its table: a global one, or a vector index, which has a definition of its own. */
final class FakeIndex {

    private static final long WITH_TABLE = -1;

    final String name;
    final CreateGlobalSecondaryIndexAction definition;
    /** Where it is a vector index. */
    final @Nullable SdkPojo vector;

    private final long addedAt;
    private final Duration filling;
    private long deletedAt = Long.MAX_VALUE;

    @Nullable
    ProvisionedThroughput throughput;

    @Nullable
    OnDemandThroughput onDemand;

    @Nullable
    WarmThroughput warm;

    long updatingUntil;
    long warmingUntil;

    private FakeIndex(
            CreateGlobalSecondaryIndexAction definition, @Nullable SdkPojo vector, long addedAt, Duration filling) {
        this.name = definition.indexName();
        this.definition = definition;
        this.vector = vector;
        this.addedAt = addedAt;
        this.filling = filling;
        this.throughput = definition.provisionedThroughput();
        this.onDemand = definition.onDemandThroughput();
        this.warm = definition.warmThroughput();
    }

    static FakeIndex withTable(GlobalSecondaryIndex index) {
        return new FakeIndex(action(index), null, WITH_TABLE, Duration.ZERO);
    }

    static FakeIndex added(CreateGlobalSecondaryIndexAction index, long now, Duration filling) {
        return new FakeIndex(index, null, now, filling);
    }

    static FakeIndex vectorWithTable(SdkPojo vector) {
        return new FakeIndex(VectorMembers.named(vector), vector, WITH_TABLE, Duration.ZERO);
    }

    static FakeIndex vectorAdded(SdkPojo vector, long now, Duration filling) {
        return new FakeIndex(VectorMembers.named(vector), vector, now, filling);
    }

    static CreateGlobalSecondaryIndexAction action(GlobalSecondaryIndex index) {
        return CreateGlobalSecondaryIndexAction.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .provisionedThroughput(index.provisionedThroughput())
                .onDemandThroughput(index.onDemandThroughput())
                .warmThroughput(index.warmThroughput())
                .build();
    }

    void delete(long now) {
        deletedAt = now;
    }

    boolean isDeleting(long now) {
        return now >= deletedAt;
    }

    boolean isGone(long now) {
        return deletedAt != Long.MAX_VALUE && now >= deletedAt + Durations.INDEX_DELETION.toNanos();
    }

    boolean isAllocating(long now) {
        return addedAt != WITH_TABLE && !isDeleting(now) && now < addedAt + Durations.ALLOCATION.toNanos();
    }

    boolean isFilling(long now) {
        return addedAt != WITH_TABLE && !isDeleting(now) && !isAllocating(now)
                && now < addedAt + Durations.ALLOCATION.plus(filling).toNanos();
    }

    /** Whether it takes the one place that a table has for indexes that come or go. */
    boolean isOnline(long now) {
        return isAllocating(now) || isFilling(now) || isDeleting(now);
    }

    IndexStatus status(boolean tableIsCreating, long now) {
        if (isDeleting(now)) {
            return IndexStatus.DELETING;
        }
        if (tableIsCreating || isAllocating(now) || isFilling(now)) {
            return IndexStatus.CREATING;
        }
        return now < updatingUntil ? IndexStatus.UPDATING : IndexStatus.ACTIVE;
    }

    /** Told only while an index is added to a table; left out before and after. */
    @Nullable
    Boolean backfilling(long now) {
        return isAllocating(now) ? Boolean.FALSE : isFilling(now) ? Boolean.TRUE : null;
    }
}
