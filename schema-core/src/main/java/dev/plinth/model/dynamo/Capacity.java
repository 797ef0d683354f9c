package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * What a global secondary index can serve, by itself.
 *
 * @param throughput only on a table with provisioned billing, where it is required
 * @param autoScaling only with {@code throughput}
 * @param onDemandThroughput only on a table paid for per request
 */
public record Capacity(
        @Nullable Throughput throughput,
        AutoScaling autoScaling,
        @Nullable OnDemandThroughput onDemandThroughput,
        @Nullable WarmThroughput warmThroughput) {

    /** Nothing is said: right for an index of a table that is paid for per request. */
    public static final Capacity UNSPECIFIED = new Capacity(null, AutoScaling.NONE, null, null);

    /** Provisioned and nothing else. */
    public static Capacity provisioned(Throughput throughput) {
        return new Capacity(throughput, AutoScaling.NONE, null, null);
    }
}
