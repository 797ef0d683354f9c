package dev.plinth.model.dynamo;

/** How a table is paid for: per request, or by provisioned throughput. */
public sealed interface Billing {

    /** Per request. */
    record PayPerRequest() implements Billing {}

    /** By provisioned throughput; every global secondary index then needs a throughput of its own. */
    record Provisioned(Throughput throughput) implements Billing {}
}
