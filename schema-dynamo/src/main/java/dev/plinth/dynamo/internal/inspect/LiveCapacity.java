package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveValue;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;

/** Capacities as DescribeTable tells of them. */
final class LiveCapacity {

    /** How the service writes that there is no maximum. */
    private static final long UNLIMITED = -1;

    private LiveCapacity() {}

    /** On a table that pays per request the description is there and all zero. */
    static Throughput provisioned(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null
                ? new Throughput(0, 0)
                : new Throughput(
                        Objects.requireNonNullElse(throughput.readCapacityUnits(), 0L),
                        Objects.requireNonNullElse(throughput.writeCapacityUnits(), 0L));
    }

    /** Absent where neither reads nor writes have a maximum. */
    static @Nullable OnDemandThroughput onDemand(
            software.amazon.awssdk.services.dynamodb.model.@Nullable OnDemandThroughput found) {
        if (found == null) {
            return null;
        }
        long reads = Objects.requireNonNullElse(found.maxReadRequestUnits(), UNLIMITED);
        long writes = Objects.requireNonNullElse(found.maxWriteRequestUnits(), UNLIMITED);
        return reads == UNLIMITED && writes == UNLIMITED ? null : new OnDemandThroughput(reads, writes);
    }

    static @Nullable WarmThroughput warm(@Nullable GlobalSecondaryIndexWarmThroughputDescription found) {
        return found == null ? null : warm(found.readUnitsPerSecond(), found.writeUnitsPerSecond());
    }

    /** Of a table, which is ACTIVE while it is being raised. */
    static LiveValue<WarmThroughput> warmThroughput(@Nullable TableWarmThroughputDescription found) {
        return found == null
                ? new LiveValue.Absent<>()
                : warm(
                        warm(found.readUnitsPerSecond(), found.writeUnitsPerSecond()),
                        found.status() == TableStatus.UPDATING);
    }

    /** Of an index, which is ACTIVE while it is being raised. */
    static LiveValue<WarmThroughput> warmThroughput(@Nullable GlobalSecondaryIndexWarmThroughputDescription found) {
        return found == null ? new LiveValue.Absent<>() : warm(warm(found), found.status() == IndexStatus.UPDATING);
    }

    /** A raise takes minutes. */
    private static LiveValue<WarmThroughput> warm(@Nullable WarmThroughput warm, boolean rising) {
        if (warm == null) {
            return new LiveValue.Absent<>();
        }
        return rising ? new LiveValue.Arriving<>(warm) : new LiveValue.Present<>(warm);
    }

    /** An endpoint that leaves it out says nothing: nothing is ever waited for here. */
    private static @Nullable WarmThroughput warm(@Nullable Long reads, @Nullable Long writes) {
        return reads == null || writes == null ? null : new WarmThroughput(reads, writes);
    }
}
