package dev.plinth.diff;

import dev.plinth.model.dynamo.VectorIndex;

/** A vector index as it is. */
public record LiveVectorIndex(VectorIndex definition, IndexStage stage) {

    /** The name of the index. */
    public String name() {
        return definition.name();
    }
}
