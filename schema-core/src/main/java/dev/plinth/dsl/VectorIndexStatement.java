package dev.plinth.dsl;

import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.model.dynamo.VectorIndex.DistanceFunction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vector index, complete with its vector attribute and its distance function. It projects all attributes where nothing
 * else is said.
 */
public final class VectorIndexStatement extends DynamoIndexStatement<VectorIndexStatement> {

    private List<String> vectorAttribute = List.of();
    private List<String> partitionKey = List.of();
    private List<String> filters = List.of();
    private long dimensions;
    private final Said<DistanceFunction> distanceFunction = saidOnce("distanceFunction");

    VectorIndexStatement(DynamoDraft table, String name) {
        super(table, "vectorIndex", name);
    }

    @Override
    VectorIndexStatement self() {
        return this;
    }

    /** The attribute that holds the vectors, and how many numbers each has: 1 to 4096. */
    public VectorIndexStatement vectorAttribute(AttributeHandle attribute, long numbers) {
        vectorAttribute = once("vectorAttribute", vectorAttribute, table.names(attribute));
        dimensions = numbers;
        return this;
    }

    /** How the distance of two vectors is measured. */
    public VectorIndexStatement distanceFunction(DistanceFunction function) {
        distanceFunction.say(table, function, function.name());
        return this;
    }

    /** Searches stay within one value of this attribute. */
    public VectorIndexStatement partitionKey(AttributeHandle attribute) {
        partitionKey = once("partitionKey", partitionKey, table.names(attribute));
        return this;
    }

    /** The attributes that a search may filter by, up to 18. */
    public VectorIndexStatement inlineFilter(AttributeHandle first, AttributeHandle... more) {
        filters = once("inlineFilter", filters, table.names(first, more));
        return this;
    }

    @Override
    public Optional<String> missing() {
        if (vectorAttribute.isEmpty()) {
            return Optional.of("Add .vectorAttribute(attribute, dimensions).");
        }
        return distanceFunction.orNull() == null
                ? Optional.of("Add .distanceFunction(COSINE), EUCLIDEAN or DOT_PRODUCT.")
                : Optional.empty();
    }

    VectorIndex toModel() {
        @Nullable
        String partition = partitionKey.isEmpty() ? null : partitionKey.get(0);
        return new VectorIndex(
                name,
                vectorAttribute.get(0),
                dimensions,
                distanceFunction.orElse(DistanceFunction.COSINE),
                partition,
                filters,
                projection(),
                description());
    }
}
