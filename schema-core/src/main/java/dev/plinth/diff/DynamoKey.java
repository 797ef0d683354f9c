package dev.plinth.diff;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key with the types of its attributes: what has to be the same for two keys to be the same. Order counts. */
record DynamoKey(List<Part> parts) {

    /** One attribute of a key. */
    record Part(String name, Optional<AttributeType> type, String role) {
        private String display() {
            return name + " " + type.map(DynamoWords::type).orElse("of unknown type") + " (" + role + ")";
        }
    }

    static DynamoKey of(KeySchema key, Function<String, Optional<AttributeType>> types) {
        return new DynamoKey(Stream.concat(
                key.partitionKey().stream().map(name -> new Part(name, types.apply(name), "HASH")),
                key.sortKey().stream().map(name -> new Part(name, types.apply(name), "RANGE")))
                .toList());
    }

    /** The attributes by which a vector index is searched. The order of filters means nothing. */
    static DynamoKey search(LiveVectorIndex index, Function<String, Optional<AttributeType>> types) {
        return new DynamoKey(Stream.concat(
                Stream.<String>ofNullable(index.partitionKey()).map(name -> new Part(name, types.apply(name), "HASH")),
                index.filterAttributes().stream()
                        .sorted()
                        .map(name -> new Part(name, types.apply(name), "INLINE_FILTER")))
                .toList());
    }

    static DynamoKey declared(KeySchema key, DynamoTable table) {
        return of(key, name -> table.attribute(name).map(attribute -> attribute.type()));
    }

    static DynamoKey live(KeySchema key, LiveDynamoTable table) {
        return of(key, table::typeOf);
    }

    String display() {
        return parts.stream().map(Part::display).collect(Collectors.joining(", "));
    }
}
