package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.Throughput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The capacity of a global table or of one of its indexes: writes are said once, reads for each replica. Where writes are
 * provisioned they scale, since they have to.
 */
record GlobalCapacity(
        @Nullable Throughput throughput, AutoScaling scaling, @Nullable OnDemandThroughput maximum) {

    Members addWrites(Members members) {
        ScalingRange range = scaling.writes();
        if (throughput != null && range != null) {
            members.with(
                    "WriteProvisionedThroughputSettings",
                    Members.of(
                            "WriteCapacityAutoScalingSettings", scaling(range, throughput.writeCapacityUnits())));
        }
        return members.with(
                "WriteOnDemandThroughputSettings",
                maximum == null ? null : Members.of("MaxWriteRequestUnits", maximum.maxWriteRequestUnits()));
    }

    Members addReads(Members members) {
        if (throughput != null) {
            members.with("ReadProvisionedThroughputSettings", reads(throughput.readCapacityUnits()));
        }
        return members.with(
                "ReadOnDemandThroughputSettings",
                maximum == null ? null : Members.of("MaxReadRequestUnits", maximum.maxReadRequestUnits()));
    }

    private Map<String, Object> reads(long units) {
        ScalingRange range = scaling.reads();
        return range == null
                ? Members.of("ReadCapacityUnits", units)
                : Members.of("ReadCapacityAutoScalingSettings", scaling(range, units));
    }

    /** The seed is what is provisioned until scaling begins. */
    private static Map<String, Object> scaling(ScalingRange range, long seed) {
        return new Members()
                .with("MinCapacity", range.minCapacity())
                .with("MaxCapacity", range.maxCapacity())
                .with("SeedCapacity", seed)
                .with("TargetTrackingScalingPolicyConfiguration", Members.of("TargetValue", range.targetUtilization()))
                .map();
    }
}
