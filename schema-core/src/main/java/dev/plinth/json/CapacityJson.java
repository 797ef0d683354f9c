package dev.plinth.json;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import org.jspecify.annotations.Nullable;

/** Capacities of DynamoDB tables and indexes. */
final class CapacityJson {

    private CapacityJson() {}

    static @Nullable Fields throughput(@Nullable Throughput throughput) {
        return throughput == null
                ? null
                : new Fields()
                        .put("readCapacityUnits", throughput.readCapacityUnits())
                        .put("writeCapacityUnits", throughput.writeCapacityUnits());
    }

    static Throughput throughput(JsonObject throughput) {
        return new Throughput(throughput.whole("readCapacityUnits"), throughput.whole("writeCapacityUnits"));
    }

    static @Nullable Fields onDemand(@Nullable OnDemandThroughput maximum) {
        return maximum == null
                ? null
                : new Fields()
                        .put("maxReadRequestUnits", maximum.maxReadRequestUnits())
                        .put("maxWriteRequestUnits", maximum.maxWriteRequestUnits());
    }

    static OnDemandThroughput onDemand(JsonObject maximum) {
        return new OnDemandThroughput(
                maximum.whole("maxReadRequestUnits"), maximum.whole("maxWriteRequestUnits"));
    }

    static @Nullable Fields warm(@Nullable WarmThroughput warm) {
        return warm == null
                ? null
                : new Fields()
                        .put("readUnitsPerSecond", warm.readUnitsPerSecond())
                        .put("writeUnitsPerSecond", warm.writeUnitsPerSecond());
    }

    static WarmThroughput warm(JsonObject warm) {
        return new WarmThroughput(warm.whole("readUnitsPerSecond"), warm.whole("writeUnitsPerSecond"));
    }

    static @Nullable Fields scaling(AutoScaling scaling) {
        return scaling.equals(AutoScaling.NONE)
                ? null
                : new Fields().put("reads", range(scaling.reads())).put("writes", range(scaling.writes()));
    }

    /** Absent is no scaling. */
    static AutoScaling autoScaling(JsonObject owner) {
        return owner.optionalObject("autoScaling", CapacityJson::scaling).orElse(AutoScaling.NONE);
    }

    private static AutoScaling scaling(JsonObject scaling) {
        return new AutoScaling(
                scaling.optionalObject("reads", CapacityJson::range).orElse(null),
                scaling.optionalObject("writes", CapacityJson::range).orElse(null));
    }

    private static @Nullable Fields range(@Nullable ScalingRange range) {
        return range == null
                ? null
                : new Fields()
                        .put("minCapacity", range.minCapacity())
                        .put("maxCapacity", range.maxCapacity())
                        .put("targetUtilization", range.targetUtilization());
    }

    private static ScalingRange range(JsonObject range) {
        return new ScalingRange(
                range.whole("minCapacity"), range.whole("maxCapacity"), range.integer("targetUtilization"));
    }
}
