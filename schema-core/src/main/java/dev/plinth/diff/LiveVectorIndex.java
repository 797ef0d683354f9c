package dev.plinth.diff;

import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vector index as it is.
 *
 * @param distanceFunction as the service calls it: it may be one that is newer than this version
 * @param partitionKey searches stay within one value of this attribute; absent where they see all items
 */
public record LiveVectorIndex(
        String name,
        String vectorAttribute,
        long dimensions,
        String distanceFunction,
        @Nullable String partitionKey,
        List<String> filterAttributes,
        Projection projection,
        IndexStage stage) {

    public LiveVectorIndex {
        filterAttributes = List.copyOf(filterAttributes);
    }

    /** An index that is as it is declared. */
    public static LiveVectorIndex of(VectorIndex index, IndexStage stage) {
        return new LiveVectorIndex(
                index.name(),
                index.vectorAttribute(),
                index.dimensions(),
                index.distanceFunction().name(),
                index.partitionKey(),
                index.filterAttributes(),
                index.projection(),
                stage);
    }
}
