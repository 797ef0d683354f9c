package dev.plinth.model.dynamo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The attributes of a key, in order. A table has one partition key attribute and at most one sort key attribute; a
 * global secondary index has up to four of each.
 *
 * @param partitionKey names of the HASH attributes
 * @param sortKey names of the RANGE attributes, possibly none
 */
public record KeySchema(List<String> partitionKey, List<String> sortKey) {
    public KeySchema {
        partitionKey = List.copyOf(partitionKey);
        sortKey = List.copyOf(sortKey);
    }

    /** The names of all attributes, HASH before RANGE. */
    public List<String> attributes() {
        return Stream.concat(partitionKey.stream(), sortKey.stream()).toList();
    }
}
