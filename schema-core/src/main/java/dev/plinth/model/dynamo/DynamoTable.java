package dev.plinth.model.dynamo;

import dev.plinth.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table.
 *
 * @param name the logical name; a store may call the table otherwise
 * @param attributes every declared attribute: those of keys, and others for documentation and mapping
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public record DynamoTable(
        String name,
        List<Attribute> attributes,
        KeySchema key,
        List<LocalIndex> localIndexes,
        List<GlobalIndex> globalIndexes,
        List<VectorIndex> vectorIndexes,
        Billing billing,
        TableSettings settings,
        @Nullable String description)
        implements SchemaObject {

    public DynamoTable {
        attributes = List.copyOf(attributes);
        localIndexes = List.copyOf(localIndexes);
        globalIndexes = List.copyOf(globalIndexes);
        vectorIndexes = List.copyOf(vectorIndexes);
    }

    /** The declared attribute of that name. */
    public Optional<Attribute> attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(attributeName))
                .findFirst();
    }

    /** The whole key of a local index: the partition key of the table, and its own sort key. */
    public KeySchema keyOf(LocalIndex index) {
        return new KeySchema(key.partitionKey(), List.of(index.sortKey()));
    }

    /** The same table with other global indexes. */
    public DynamoTable withGlobalIndexes(List<GlobalIndex> indexes) {
        return new DynamoTable(
                name, attributes, key, localIndexes, indexes, vectorIndexes, billing, settings, description);
    }

    /** The same table with other settings. */
    public DynamoTable withSettings(TableSettings other) {
        return new DynamoTable(
                name, attributes, key, localIndexes, globalIndexes, vectorIndexes, billing, other, description);
    }
}
