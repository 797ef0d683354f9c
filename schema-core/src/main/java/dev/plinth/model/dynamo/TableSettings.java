package dev.plinth.model.dynamo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a table besides its keys, indexes and billing. Whatever is absent is not managed: neither set nor
 * compared.
 *
 * @param timeToLive the attribute that holds when an item expires, in seconds since 1970
 * @param resourcePolicy a JSON document of at most 20 KB
 */
public record TableSettings(
        @Nullable Encryption encryption,
        @Nullable StreamView stream,
        @Nullable TableClass tableClass,
        boolean deletionProtection,
        @Nullable WarmThroughput warmThroughput,
        @Nullable String timeToLive,
        @Nullable PointInTimeRecovery pointInTimeRecovery,
        List<Tag> tags,
        @Nullable String resourcePolicy,
        @Nullable ContributorInsights contributorInsights,
        List<KinesisDestination> kinesisDestinations,
        Replication replication) {

    /** Nothing is said. */
    public static final TableSettings NONE = new TableSettings(
            null, null, null, false, null, null, null, List.of(), null, null, List.of(), Replication.NONE);

    public TableSettings {
        tags = List.copyOf(tags);
        kinesisDestinations = List.copyOf(kinesisDestinations);
    }
}
