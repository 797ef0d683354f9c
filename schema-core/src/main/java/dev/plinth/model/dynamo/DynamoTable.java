package dev.plinth.model.dynamo;

import dev.plinth.model.SchemaObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table.
 *
 * @param name the logical name; a store may put a prefix before it
 * @param attributes every declared attribute: those of keys, and others for documentation and mapping
 * @param pointInTimeRecovery whether continuous backups with point-in-time recovery are wanted
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public record DynamoTable(
        String name,
        List<Attribute> attributes,
        KeySchema key,
        List<GlobalIndex> globalIndexes,
        Billing billing,
        Encryption encryption,
        boolean pointInTimeRecovery,
        @Nullable String description)
        implements SchemaObject {

    public DynamoTable {
        attributes = List.copyOf(attributes);
        globalIndexes = List.copyOf(globalIndexes);
    }

    /** The declared attribute of that name. */
    public Optional<Attribute> attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(attributeName))
                .findFirst();
    }
}
