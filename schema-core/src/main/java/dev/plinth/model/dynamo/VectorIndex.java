package dev.plinth.model.dynamo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vector index, which finds the items whose vectors are nearest. Nothing of it can be changed. Its table has to be paid
 * for per request, and the AWS SDK in use has to know vector indexes (2.51 or newer).
 *
 * @param vectorAttribute the attribute that holds the vector, a list of numbers
 * @param dimensions how many numbers a vector has, 1 to 4096
 * @param partitionKey searches stay within one value of this attribute; absent where they see all items
 * @param filterAttributes attributes that a search may filter by, at most 18 ({@code INLINE_FILTER})
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/">Developer guide</a>
 */
public record VectorIndex(
        String name,
        String vectorAttribute,
        long dimensions,
        DistanceFunction distanceFunction,
        @Nullable String partitionKey,
        List<String> filterAttributes,
        Projection projection,
        @Nullable String description) {

    /** How far apart two vectors are. */
    public enum DistanceFunction {
        COSINE,
        EUCLIDEAN,
        DOT_PRODUCT
    }

    public VectorIndex {
        filterAttributes = List.copyOf(filterAttributes);
    }

    /** The attributes of the search schema, the partition key first. */
    public List<String> searchAttributes() {
        return partitionKey == null
                ? filterAttributes
                : Stream.concat(Stream.of(partitionKey), filterAttributes.stream())
                        .toList();
    }
}
