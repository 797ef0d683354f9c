package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.Throughput;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Capacities in the words of the SDK; absent where nothing is declared. */
final class CapacityElements {

    private CapacityElements() {}

    static @Nullable ProvisionedThroughput provisioned(@Nullable Throughput throughput) {
        return throughput == null
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(throughput.readCapacityUnits())
                        .writeCapacityUnits(throughput.writeCapacityUnits())
                        .build();
    }

    static @Nullable OnDemandThroughput onDemand(dev.plinth.model.dynamo.@Nullable OnDemandThroughput maximum) {
        return maximum == null
                ? null
                : OnDemandThroughput.builder()
                        .maxReadRequestUnits(maximum.maxReadRequestUnits())
                        .maxWriteRequestUnits(maximum.maxWriteRequestUnits())
                        .build();
    }

    static @Nullable WarmThroughput warm(dev.plinth.model.dynamo.@Nullable WarmThroughput warm) {
        return warm == null
                ? null
                : WarmThroughput.builder()
                        .readUnitsPerSecond(warm.readUnitsPerSecond())
                        .writeUnitsPerSecond(warm.writeUnitsPerSecond())
                        .build();
    }
}
