package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/** How a table is paid for: per request, or by provisioned throughput. */
public sealed interface Billing {

    /**
     * Per request.
     *
     * @param maximum the most that it may use; as much as the account allows where it is absent
     */
    record PayPerRequest(@Nullable OnDemandThroughput maximum) implements Billing {}

    /** By provisioned throughput; every global secondary index then needs a throughput of its own. */
    record Provisioned(Throughput throughput, AutoScaling autoScaling) implements Billing {}

    /** Per request, without a maximum. */
    static Billing payPerRequest() {
        return new PayPerRequest(null);
    }

    /** By provisioned throughput that does not scale. */
    static Billing provisioned(Throughput throughput) {
        return new Provisioned(throughput, AutoScaling.NONE);
    }
}
