package dev.plinth.diff;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.KeySchema;
import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table as it is, in the words of the model.
 *
 * @param name the logical name, without the prefix of the store
 * @param keyAttributes the attributes of all keys, with their types ({@code AttributeDefinitions})
 * @param localIndexes the names of its local secondary indexes
 */
public record LiveDynamoTable(
        String name,
        Status status,
        KeySchema key,
        List<Attribute> keyAttributes,
        List<LiveGlobalIndex> globalIndexes,
        List<String> localIndexes,
        Billing billing,
        LiveEncryption encryption,
        Recovery recovery) {

    /** {@code TableStatus} of DescribeTable. */
    public enum Status {
        CREATING,
        ACTIVE,
        UPDATING,
        DELETING,
        INACCESSIBLE_ENCRYPTION_CREDENTIALS,
        ARCHIVING,
        ARCHIVED,
        REPLICATION_NOT_AUTHORIZED,
        /** A status that is newer than this version. */
        UNKNOWN
    }

    /** Point-in-time recovery. */
    public enum Recovery {
        ENABLED,
        DISABLED,
        /** Nobody asked, because the schema does not declare it. */
        NOT_ASKED,
        /** The endpoint does not know point-in-time recovery, as emulators do. */
        NOT_OFFERED
    }

    public LiveDynamoTable {
        keyAttributes = List.copyOf(keyAttributes);
        globalIndexes = List.copyOf(globalIndexes);
        localIndexes = List.copyOf(localIndexes);
    }

    /** The live global index of that name. */
    public Optional<LiveGlobalIndex> globalIndex(String indexName) {
        return globalIndexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The type of a key attribute. */
    public Optional<AttributeType> typeOf(String attribute) {
        return keyAttributes.stream()
                .filter(candidate -> candidate.name().equals(attribute))
                .map(Attribute::type)
                .findFirst();
    }
}
