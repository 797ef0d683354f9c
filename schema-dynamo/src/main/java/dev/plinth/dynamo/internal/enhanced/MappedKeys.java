package dev.plinth.dynamo.internal.enhanced;

import dev.plinth.model.dynamo.KeySchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The keys of a table schema.
 *
 * @param key of the table
 * @param indexes by name; a local one has no partition key
 * @param types of key attributes, by their codes
 */
record MappedKeys(KeySchema key, Map<String, KeySchema> indexes, Map<String, String> types) {

    static MappedKeys of(TableSchema<?> schema) {
        TableMetadata metadata = schema.tableMetadata();
        Map<String, KeySchema> indexes = new TreeMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (IndexMetadata index : metadata.indices()) {
            indexes.put(index.name(), new KeySchema(names(index.partitionKeys()), names(index.sortKeys())));
            Stream.concat(index.partitionKeys().stream(), index.sortKeys().stream())
                    .forEach(attribute -> types.put(attribute.name(), code(attribute.attributeValueType())));
        }
        KeySchema key = indexes.remove(TableMetadata.primaryIndexName());
        return new MappedKeys(key == null ? new KeySchema(List.of(), List.of()) : key, indexes, types);
    }

    /** {@code tenant (HASH), at (RANGE)}. */
    static String display(KeySchema key) {
        return Stream.concat(
                key.partitionKey().stream().map(name -> name + " (HASH)"),
                key.sortKey().stream().map(name -> name + " (RANGE)"))
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(List<KeyAttributeMetadata> attributes) {
        return attributes.stream().map(KeyAttributeMetadata::name).toList();
    }

    private static String code(AttributeValueType type) {
        return type.name();
    }
}
