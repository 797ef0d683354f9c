package dev.plinth.dsl;

import dev.plinth.dsl.DynamoSettingsDraft.Mode;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication.Consistency;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The statements of one DynamoDB table. Lives inside the lambda of {@code dynamoTable(...)}. Attributes that no key
 * uses stay in the model, as documentation and for mapping.
 */
public final class DynamoTableBuilder {

    private final DynamoDraft draft;

    private DynamoTableBuilder(DynamoDraft draft) {
        this.draft = draft;
    }

    static DynamoTable build(String name, Consumer<DynamoTableBuilder> body) {
        DynamoDraft draft = new DynamoDraft(name);
        body.accept(new DynamoTableBuilder(draft));
        return draft.toModel();
    }

    /** The name of the table, without the prefix that a store may add. */
    public String name() {
        return draft.subject();
    }

    /** S. */
    public AttributeHandle string(String name) {
        return draft.attribute(name, AttributeType.STRING);
    }

    /** N. */
    public AttributeHandle number(String name) {
        return draft.attribute(name, AttributeType.NUMBER);
    }

    /** B. */
    public AttributeHandle binary(String name) {
        return draft.attribute(name, AttributeType.BINARY);
    }

    /** BOOL. */
    public AttributeHandle bool(String name) {
        return draft.attribute(name, AttributeType.BOOLEAN);
    }

    /** L. */
    public AttributeHandle list(String name) {
        return draft.attribute(name, AttributeType.LIST);
    }

    /** M. */
    public AttributeHandle map(String name) {
        return draft.attribute(name, AttributeType.MAP);
    }

    /** SS. */
    public AttributeHandle stringSet(String name) {
        return draft.attribute(name, AttributeType.STRING_SET);
    }

    /** NS. */
    public AttributeHandle numberSet(String name) {
        return draft.attribute(name, AttributeType.NUMBER_SET);
    }

    /** BS. */
    public AttributeHandle binarySet(String name) {
        return draft.attribute(name, AttributeType.BINARY_SET);
    }

    /** The HASH attribute; every table has one. */
    public DynamoTableBuilder partitionKey(AttributeHandle attribute) {
        draft.partitionKey = once("partitionKey", draft.partitionKey, draft.names(attribute));
        return this;
    }

    /** The RANGE attribute; a table without one has at most one item for each partition key. */
    public DynamoTableBuilder sortKey(AttributeHandle attribute) {
        draft.sortKey = once("sortKey", draft.sortKey, draft.names(attribute));
        return this;
    }

    private List<String> once(String word, List<String> earlier, List<String> names) {
        if (!earlier.isEmpty()) {
            String message = word + " was already set to " + String.join(", ", earlier);
            throw draft.refusal(message, "The key of a table has one " + word + " attribute.");
        }
        return names;
    }

    /** A global secondary index; go on with {@code partitionKey} and {@code sortKey}. */
    public GlobalIndexStatement globalIndex(String name) {
        return draft.globalIndex(name);
    }

    /** A local secondary index, which can only come with the table; go on with {@code sortKey}. */
    public LocalIndexStatement localIndex(String name) {
        return draft.localIndex(name);
    }

    /** A vector index; go on with {@code vectorAttribute} and {@code distanceFunction}. */
    public VectorIndexStatement vectorIndex(String name) {
        return draft.vectorIndex(name);
    }

    /** Paid for per request; the default. */
    public DynamoTableBuilder payPerRequest() {
        draft.settings.billing.say(draft, new Mode(Optional.empty()), "payPerRequest()");
        return this;
    }

    /** Paid for by provisioned throughput, at least 1 each; every index then needs a {@code throughput} too. */
    public DynamoTableBuilder provisioned(long readCapacityUnits, long writeCapacityUnits) {
        Mode mode = new Mode(Optional.of(new Throughput(readCapacityUnits, writeCapacityUnits)));
        String spelling = "provisioned(" + Numbers.of(readCapacityUnits, writeCapacityUnits) + ")";
        draft.settings.billing.say(draft, mode, spelling);
        return this;
    }

    /** The most that a table paid for per request may use in a second; at least 1 each. */
    public DynamoTableBuilder onDemandThroughput(long maxReadRequestUnits, long maxWriteRequestUnits) {
        OnDemandThroughput maximum = new OnDemandThroughput(maxReadRequestUnits, maxWriteRequestUnits);
        draft.settings.onDemandThroughput.say(draft, maximum, Numbers.of(maxReadRequestUnits, maxWriteRequestUnits));
        return this;
    }

    /** Lets auto scaling move the provisioned read capacity; {@code targetUtilization} in percent, 20 to 90. */
    public DynamoTableBuilder scaleReads(long minCapacity, long maxCapacity, int targetUtilization) {
        ScalingRange range = new ScalingRange(minCapacity, maxCapacity, targetUtilization);
        draft.settings.reads.say(draft, range, Numbers.of(minCapacity, maxCapacity, targetUtilization));
        return this;
    }

    /** Lets auto scaling move the provisioned write capacity; {@code targetUtilization} in percent, 20 to 90. */
    public DynamoTableBuilder scaleWrites(long minCapacity, long maxCapacity, int targetUtilization) {
        ScalingRange range = new ScalingRange(minCapacity, maxCapacity, targetUtilization);
        draft.settings.writes.say(draft, range, Numbers.of(minCapacity, maxCapacity, targetUtilization));
        return this;
    }

    /** What the table can serve at once, in units a second. It can be raised later and never be lowered. */
    public DynamoTableBuilder warmThroughput(long readUnitsPerSecond, long writeUnitsPerSecond) {
        WarmThroughput warm = new WarmThroughput(readUnitsPerSecond, writeUnitsPerSecond);
        draft.settings.warmThroughput.say(draft, warm, Numbers.of(readUnitsPerSecond, writeUnitsPerSecond));
        return this;
    }

    /** The key that encrypts the table; one that AWS owns where nothing is said. */
    public DynamoTableBuilder encryption(Encryption key) {
        draft.settings.encryption.say(draft, key, Spelling.of(key));
        return this;
    }

    /** A stream of the changes to items. */
    public DynamoTableBuilder stream(StreamView view) {
        draft.settings.stream.say(draft, view, view.name());
        return this;
    }

    /** The table class; {@code STANDARD} where nothing is said. */
    public DynamoTableBuilder tableClass(TableClass tableClass) {
        draft.settings.tableClass.say(draft, tableClass, tableClass.name());
        return this;
    }

    /** The table cannot be deleted until this is taken back. */
    public DynamoTableBuilder deletionProtection() {
        draft.settings.deletionProtection.say(draft, true, "true");
        return this;
    }

    /**
     * Items expire: DynamoDB deletes an item some time after the moment that this attribute says, a number of seconds since
     * 1970.
     */
    public DynamoTableBuilder timeToLive(AttributeHandle attribute) {
        String name = draft.names(attribute).get(0);
        draft.settings.timeToLive.say(draft, name, name);
        return this;
    }

    /** Continuous backups with point-in-time recovery, as far back as DynamoDB goes. */
    public DynamoTableBuilder pointInTimeRecovery() {
        draft.settings.pointInTimeRecovery.say(draft, new PointInTimeRecovery(null), "the default period");
        return this;
    }

    /** Continuous backups with point-in-time recovery over 1 to 35 days. */
    public DynamoTableBuilder pointInTimeRecovery(int recoveryPeriodInDays) {
        PointInTimeRecovery recovery = new PointInTimeRecovery(recoveryPeriodInDays);
        draft.settings.pointInTimeRecovery.say(draft, recovery, recoveryPeriodInDays + " days");
        return this;
    }

    /** A tag; other tags of the table are nobody's business here. */
    public DynamoTableBuilder tag(String key, String value) {
        draft.requireOpen();
        String earlier = draft.settings.tags.putIfAbsent(key, value);
        if (earlier != null) {
            throw draft.refusal("tag " + key + " was already set to " + earlier, "Say it once.");
        }
        return this;
    }

    /** Who else may use the table: a policy document in JSON, at most 20 KB. */
    public DynamoTableBuilder resourcePolicy(String json) {
        draft.settings.resourcePolicy.say(draft, json, "another document");
        return this;
    }

    /** CloudWatch Contributor Insights for all keys of the table. */
    public DynamoTableBuilder contributorInsights() {
        return contributorInsights(ContributorInsights.ACCESSED_AND_THROTTLED_KEYS);
    }

    /** CloudWatch Contributor Insights for some keys of the table. */
    public DynamoTableBuilder contributorInsights(ContributorInsights mode) {
        draft.settings.contributorInsights.say(draft, mode, mode.name());
        return this;
    }

    /** Sends every change to a Kinesis data stream that exists; at most two streams a table. */
    public DynamoTableBuilder kinesisDestination(String streamArn) {
        return kinesisDestination(new KinesisDestination(streamArn, null));
    }

    /** The same with the precision of the times in the records. */
    public DynamoTableBuilder kinesisDestination(String streamArn, Precision precision) {
        return kinesisDestination(new KinesisDestination(streamArn, precision));
    }

    private DynamoTableBuilder kinesisDestination(KinesisDestination destination) {
        draft.requireOpen();
        draft.settings.kinesisDestinations.add(destination);
        return this;
    }

    /** A copy of the table in another region. */
    public DynamoTableBuilder replica(String region) {
        draft.requireOpen();
        draft.settings.replicas.add(new Replica(region, null));
        return this;
    }

    /** A copy of the table in another region, encrypted with the customer's key of that region. */
    public DynamoTableBuilder replica(String region, String keyId) {
        draft.requireOpen();
        draft.settings.replicas.add(new Replica(region, keyId));
        return this;
    }

    /** How the regions agree; {@code EVENTUAL} where nothing is said. */
    public DynamoTableBuilder multiRegionConsistency(Consistency consistency) {
        draft.settings.consistency.say(draft, consistency, consistency.name());
        return this;
    }

    /** The third region of a table with strong consistency, which holds no copy. */
    public DynamoTableBuilder witness(String region) {
        draft.settings.witness.say(draft, region, region);
        return this;
    }

    /** Documentation that stays in the model. */
    public DynamoTableBuilder describe(String text) {
        draft.requireOpen();
        draft.description = text;
        return this;
    }
}
