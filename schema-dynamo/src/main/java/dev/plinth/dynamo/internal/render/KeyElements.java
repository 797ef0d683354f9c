package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Keys in the words of the SDK. */
final class KeyElements {

    private KeyElements() {}

    /** HASH before RANGE, each in the order declared. */
    static List<KeySchemaElement> of(KeySchema key) {
        return Stream.concat(
                key.partitionKey().stream().map(name -> element(name, KeyType.HASH)),
                key.sortKey().stream().map(name -> element(name, KeyType.RANGE)))
                .toList();
    }

    /**
     * Exactly the attributes of the keys, since one too many is refused like one too few; sorted by name, as
     * DescribeTable returns them.
     */
    static List<AttributeDefinition> definitions(DynamoTable table, Stream<KeySchema> keys) {
        return keys.flatMap(key -> key.attributes().stream())
                .distinct()
                .sorted()
                .map(name -> definition(table, name))
                .toList();
    }

    /** The attributes that a vector index searches by are defined like those of a key. */
    static KeySchema searchKey(VectorIndex index) {
        return new KeySchema(index.searchAttributes(), List.of());
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition definition(DynamoTable table, String name) {
        Attribute attribute = table.attribute(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("DynamoDB table " + table.name() + ": its key attribute "
                                + name + " has no type; declare it with string(), number() or binary()"));
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(attribute.type().code())
                .build();
    }
}
