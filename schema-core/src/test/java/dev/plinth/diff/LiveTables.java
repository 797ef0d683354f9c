package dev.plinth.diff;

import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** A live table for tests, made from a declared one and then changed part by part. */
@NullMarked
final class LiveTables {

    Status status = Status.ACTIVE;
    KeySchema key;
    List<Attribute> attributes;
    List<LocalIndex> localIndexes;
    List<LiveGlobalIndex> globalIndexes;
    List<LiveVectorIndex> vectorIndexes;
    Billing billing;
    LiveEncryption encryption = new LiveEncryption.NotReported();
    LiveValue<StreamView> stream = new LiveValue.NotAsked<>();
    LiveValue<TableClass> tableClass = new LiveValue.NotAsked<>();
    LiveValue<Boolean> deletionProtection = new LiveValue.NotAsked<>();
    LiveValue<WarmThroughput> warmThroughput = new LiveValue.NotAsked<>();
    LiveValue<String> timeToLive = new LiveValue.NotAsked<>();
    LiveValue<PointInTimeRecovery> recovery = new LiveValue.NotAsked<>();
    LiveValue<List<Tag>> tags = new LiveValue.NotAsked<>();
    LiveValue<String> policy = new LiveValue.NotAsked<>();
    LiveValue<ContributorInsights> insights = new LiveValue.NotAsked<>();
    LiveValue<Map<String, LiveValue<KinesisDestination>>> kinesis = new LiveValue.NotAsked<>();
    LiveValue<LiveReplication> replication = new LiveValue.NotAsked<>();
    LiveValue<List<LiveScaling>> scaling = new LiveValue.NotAsked<>();

    private final String name;

    private LiveTables(DynamoTable table) {
        name = table.name();
        key = table.key();
        attributes = table.attributes();
        localIndexes = table.localIndexes();
        globalIndexes = table.globalIndexes().stream().map(LiveGlobalIndex::ready).toList();
        vectorIndexes = table.vectorIndexes().stream()
                .map(index -> LiveVectorIndex.of(index, IndexStage.READY))
                .toList();
        billing = table.billing();
    }

    /** Keys, indexes and billing of the declared table, all of them ready; of the settings nothing was asked. */
    static LiveTables like(DynamoTable table) {
        return new LiveTables(table);
    }

    LiveTables indexes(LiveGlobalIndex... indexes) {
        globalIndexes = List.of(indexes);
        return this;
    }

    /** One index of the given definition, in this stage. */
    LiveTables index(GlobalIndex index, IndexStage stage) {
        return indexes(new LiveGlobalIndex(index, stage, new LiveValue.NotAsked<>()));
    }

    LiveDynamoTable table() {
        LiveSettings settings = new LiveSettings(
                encryption,
                stream,
                tableClass,
                deletionProtection,
                warmThroughput,
                timeToLive,
                recovery,
                tags,
                policy,
                insights,
                kinesis,
                replication,
                scaling);
        return new LiveDynamoTable(
                name, status, key, attributes, localIndexes, globalIndexes, vectorIndexes, billing, settings);
    }
}
