package dev.plinth.diff;

import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import java.util.Map;

/**
 * The settings of a live table.
 *
 * @param resourcePolicy the declared text where the live document says the same
 * @param kinesisDestinations by the ARN of the stream
 * @param autoScaling what scales, of the table and of its indexes
 */
public record LiveSettings(
        LiveEncryption encryption,
        LiveValue<StreamView> stream,
        LiveValue<TableClass> tableClass,
        LiveValue<Boolean> deletionProtection,
        LiveValue<WarmThroughput> warmThroughput,
        LiveValue<String> timeToLive,
        LiveValue<PointInTimeRecovery> pointInTimeRecovery,
        LiveValue<List<Tag>> tags,
        LiveValue<String> resourcePolicy,
        LiveValue<ContributorInsights> contributorInsights,
        LiveValue<Map<String, LiveValue<KinesisDestination>>> kinesisDestinations,
        LiveValue<LiveReplication> replication,
        LiveValue<List<LiveScaling>> autoScaling) {

    /** Nothing was asked. */
    public static LiveSettings notAsked() {
        return new LiveSettings(
                new LiveEncryption.NotReported(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>(),
                new LiveValue.NotAsked<>());
    }
}
