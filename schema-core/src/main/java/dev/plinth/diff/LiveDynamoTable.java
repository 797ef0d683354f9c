package dev.plinth.diff;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table as it is, in the words of the model.
 *
 * @param name the logical name, without the prefix of the store
 * @param keyAttributes the attributes of all keys, with their types ({@code AttributeDefinitions})
 */
public record LiveDynamoTable(
        String name,
        Status status,
        KeySchema key,
        List<Attribute> keyAttributes,
        List<LocalIndex> localIndexes,
        List<LiveGlobalIndex> globalIndexes,
        List<LiveVectorIndex> vectorIndexes,
        Billing billing,
        LiveSettings settings) {

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

    public LiveDynamoTable {
        keyAttributes = List.copyOf(keyAttributes);
        globalIndexes = List.copyOf(globalIndexes);
        localIndexes = List.copyOf(localIndexes);
        vectorIndexes = List.copyOf(vectorIndexes);
    }

    /** Whether it will soon be gone: what it still is does not matter any more. */
    public boolean isGoing() {
        return status == Status.DELETING;
    }

    /** The live global index of that name. */
    public Optional<LiveGlobalIndex> globalIndex(String indexName) {
        return globalIndexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The live local index of that name. */
    public Optional<LocalIndex> localIndex(String indexName) {
        return localIndexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The live vector index of that name. */
    public Optional<LiveVectorIndex> vectorIndex(String indexName) {
        return vectorIndexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
    }

    /** The stages of the indexes that DynamoDB builds one at a time: global and vector indexes, by name. */
    public Map<String, IndexStage> stages() {
        Map<String, IndexStage> stages = new LinkedHashMap<>();
        globalIndexes.forEach(index -> stages.put(index.name(), index.stage()));
        vectorIndexes.forEach(index -> stages.put(index.name(), index.stage()));
        return stages;
    }

    /** The type of a key attribute. */
    public Optional<AttributeType> typeOf(String attribute) {
        return keyAttributes.stream()
                .filter(candidate -> candidate.name().equals(attribute))
                .map(Attribute::type)
                .findFirst();
    }
}
