package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys and indexes, which both kinds of tables say alike. */
final class KeyProperties {

    private static final String ATTRIBUTE_NAME = "AttributeName";

    private KeyProperties() {}

    /** Name, keys and the indexes that hold no capacity. */
    static Members of(DynamoTable table, Object tableName) {
        return new Members()
                .with("TableName", tableName)
                .with("AttributeDefinitions", definitions(table))
                .with("KeySchema", key(table.key()))
                .with("LocalSecondaryIndexes",
                        table.localIndexes().stream().map(index -> local(table, index)).toList())
                .with("VectorIndexes",
                        table.vectorIndexes().stream().map(KeyProperties::vector).toList());
    }

    /** Name, key and projection. */
    static Members of(GlobalIndex index) {
        return index(index.name(), index.key(), index.projection());
    }

    private static Map<String, Object> local(DynamoTable table, LocalIndex index) {
        return index(index.name(), table.keyOf(index), index.projection()).map();
    }

    private static Members index(String name, KeySchema key, Projection projection) {
        return new Members().with("IndexName", name).with("KeySchema", key(key)).with("Projection",
                projection(projection));
    }

    private static Map<String, Object> vector(VectorIndex index) {
        Stream<Map<String, Object>> partition =
                Stream.<String>ofNullable(index.partitionKey()).map(name -> search(name, "HASH"));
        Stream<Map<String, Object>> filters =
                index.filterAttributes().stream().map(name -> search(name, "INLINE_FILTER"));
        return new Members()
                .with("IndexName", index.name())
                .with("VectorAttribute", Members.of(ATTRIBUTE_NAME, index.vectorAttribute()))
                .with("Dimensions", index.dimensions())
                .with("DistanceFunction", index.distanceFunction().name())
                .with("SearchSchema", Stream.concat(partition, filters).toList())
                .with("Projection", projection(index.projection()))
                .map();
    }

    private static Map<String, Object> search(String name, String type) {
        return Members.of(ATTRIBUTE_NAME, name, "SearchSchemaElementType", type);
    }

    private static List<Map<String, Object>> key(KeySchema key) {
        return Stream.concat(
                key.partitionKey().stream().map(name -> Members.of(ATTRIBUTE_NAME, name, "KeyType", "HASH")),
                key.sortKey().stream().map(name -> Members.of(ATTRIBUTE_NAME, name, "KeyType", "RANGE")))
                .toList();
    }

    private static Map<String, Object> projection(Projection projection) {
        return switch (projection) {
            case Projection.All() -> Members.of("ProjectionType", "ALL");
            case Projection.KeysOnly() -> Members.of("ProjectionType", "KEYS_ONLY");
            case Projection.Include(List<String> names) ->
                Members.of("ProjectionType", "INCLUDE", "NonKeyAttributes", names);
        };
    }

    /** Exactly the attributes of the keys, sorted by name: one too many is refused like one too few. */
    private static List<Map<String, Object>> definitions(DynamoTable table) {
        return Stream.of(
                table.key().attributes().stream(),
                table.localIndexes().stream().map(LocalIndex::sortKey),
                table.globalIndexes().stream().flatMap(index -> index.key().attributes().stream()),
                table.vectorIndexes().stream().flatMap(index -> index.searchAttributes().stream()))
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .map(name -> Members.of(ATTRIBUTE_NAME, name, "AttributeType", type(table, name)))
                .toList();
    }

    private static String type(DynamoTable table, String name) {
        return table.attribute(name)
                .map(attribute -> attribute.type().code())
                .orElseThrow(
                        () -> new IllegalArgumentException("DynamoDB table " + table.name() + ": its key attribute "
                                + name + " has no type; declare it with string(), number() or binary()"));
    }
}
