package dev.plinth.diff;

import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.Optional;

/**
 * A global secondary index as it is.
 *
 * @param warmThroughput of the index by itself, which is also told while it is being raised
 */
public record LiveGlobalIndex(
        GlobalIndex definition,
        IndexStage stage,
        LiveValue<WarmThroughput> warmThroughput,
        LiveValue<ContributorInsights> contributorInsights) {

    /** An index whose warm throughput, if it is known, is that of the definition. */
    public LiveGlobalIndex(
            GlobalIndex definition, IndexStage stage, LiveValue<ContributorInsights> contributorInsights) {
        this(
                definition,
                stage,
                LiveValue.of(Optional.ofNullable(definition.capacity().warmThroughput())),
                contributorInsights);
    }

    /** An index that can be queried and is wholly filled. */
    public static LiveGlobalIndex ready(GlobalIndex definition) {
        return new LiveGlobalIndex(definition, IndexStage.READY, new LiveValue.NotAsked<>());
    }

    /** The name of the index. */
    public String name() {
        return definition.name();
    }
}
