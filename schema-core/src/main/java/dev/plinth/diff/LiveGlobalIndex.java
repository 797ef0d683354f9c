package dev.plinth.diff;

import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.GlobalIndex;

/** A global secondary index as it is. */
public record LiveGlobalIndex(
        GlobalIndex definition, IndexStage stage, LiveValue<ContributorInsights> contributorInsights) {

    /** An index that can be queried and is wholly filled. */
    public static LiveGlobalIndex ready(GlobalIndex definition) {
        return new LiveGlobalIndex(definition, IndexStage.READY, new LiveValue.NotAsked<>());
    }

    /** The name of the index. */
    public String name() {
        return definition.name();
    }
}
