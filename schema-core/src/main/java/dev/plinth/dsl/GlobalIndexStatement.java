package dev.plinth.dsl;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import java.util.Optional;

/** A global secondary index, complete with its partition key. It projects all attributes where nothing else is said. */
public final class GlobalIndexStatement extends DynamoIndexStatement<GlobalIndexStatement> {

    private List<String> partitionKey = List.of();
    private List<String> sortKey = List.of();
    private final Said<Throughput> throughput = saidOnce("throughput");
    private final Said<OnDemandThroughput> onDemandThroughput = saidOnce("onDemandThroughput");
    private final Said<WarmThroughput> warmThroughput = saidOnce("warmThroughput");
    private final Said<ScalingRange> reads = saidOnce("scaleReads");
    private final Said<ScalingRange> writes = saidOnce("scaleWrites");
    private final Said<ContributorInsights> contributorInsights = saidOnce("contributorInsights");

    GlobalIndexStatement(DynamoDraft table, String name) {
        super(table, "globalIndex", name);
    }

    @Override
    GlobalIndexStatement self() {
        return this;
    }

    /** The HASH attributes, 1 to 4. */
    public GlobalIndexStatement partitionKey(AttributeHandle first, AttributeHandle... more) {
        partitionKey = once("partitionKey", partitionKey, table.names(first, more));
        return this;
    }

    /** The RANGE attributes, up to 4. */
    public GlobalIndexStatement sortKey(AttributeHandle first, AttributeHandle... more) {
        sortKey = once("sortKey", sortKey, table.names(first, more));
        return this;
    }

    /** The throughput of the index, required on a table with {@code provisioned} billing; at least 1 each. */
    public GlobalIndexStatement throughput(long readCapacityUnits, long writeCapacityUnits) {
        Throughput wanted = new Throughput(readCapacityUnits, writeCapacityUnits);
        throughput.say(table, wanted, Numbers.of(readCapacityUnits, writeCapacityUnits));
        return this;
    }

    /** The most that the index may use on a table that is paid for per request; at least 1 each. */
    public GlobalIndexStatement onDemandThroughput(long maxReadRequestUnits, long maxWriteRequestUnits) {
        OnDemandThroughput wanted = new OnDemandThroughput(maxReadRequestUnits, maxWriteRequestUnits);
        onDemandThroughput.say(table, wanted, Numbers.of(maxReadRequestUnits, maxWriteRequestUnits));
        return this;
    }

    /** What the index can serve at once, in units a second. It can be raised later and never be lowered. */
    public GlobalIndexStatement warmThroughput(long readUnitsPerSecond, long writeUnitsPerSecond) {
        WarmThroughput wanted = new WarmThroughput(readUnitsPerSecond, writeUnitsPerSecond);
        warmThroughput.say(table, wanted, Numbers.of(readUnitsPerSecond, writeUnitsPerSecond));
        return this;
    }

    /** Lets auto scaling move the read capacity; {@code targetUtilization} in percent, 20 to 90. */
    public GlobalIndexStatement scaleReads(long minCapacity, long maxCapacity, int targetUtilization) {
        ScalingRange wanted = new ScalingRange(minCapacity, maxCapacity, targetUtilization);
        reads.say(table, wanted, Numbers.of(minCapacity, maxCapacity, targetUtilization));
        return this;
    }

    /** Lets auto scaling move the write capacity; {@code targetUtilization} in percent, 20 to 90. */
    public GlobalIndexStatement scaleWrites(long minCapacity, long maxCapacity, int targetUtilization) {
        ScalingRange wanted = new ScalingRange(minCapacity, maxCapacity, targetUtilization);
        writes.say(table, wanted, Numbers.of(minCapacity, maxCapacity, targetUtilization));
        return this;
    }

    /** CloudWatch Contributor Insights for all keys of the index. */
    public GlobalIndexStatement contributorInsights() {
        return contributorInsights(ContributorInsights.ACCESSED_AND_THROTTLED_KEYS);
    }

    /** CloudWatch Contributor Insights for some keys of the index. */
    public GlobalIndexStatement contributorInsights(ContributorInsights mode) {
        contributorInsights.say(table, mode, mode.name());
        return this;
    }

    @Override
    public Optional<String> missing() {
        return partitionKey.isEmpty() ? Optional.of("Add .partitionKey(attribute).") : Optional.empty();
    }

    GlobalIndex toModel() {
        Capacity capacity = new Capacity(
                throughput.orNull(),
                new AutoScaling(reads.orNull(), writes.orNull()),
                onDemandThroughput.orNull(),
                warmThroughput.orNull());
        return new GlobalIndex(
                name,
                new KeySchema(partitionKey, sortKey),
                projection(),
                capacity,
                contributorInsights.orNull(),
                description());
    }
}
