package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import java.util.stream.Stream;

/**
 * Attributes of a DynamoDB table that have to be defined with a type: those of its own key, of the keys of its indexes, and of
 * the search schemas of vector indexes.
 */
record KeyUse(String subject, Kind kind, KeySchema key) {

    /** Whose key it is. Of a local index only the sort key: the partition key is that of the table. */
    enum Kind {
        TABLE("the key"),
        LOCAL_INDEX("the key"),
        GLOBAL_INDEX("the key"),
        VECTOR_INDEX("the search schema");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The key of the table, then those of its indexes. */
    static Stream<KeyUse> of(DynamoTable table) {
        return Stream.of(
                Stream.of(new KeyUse(table.name(), Kind.TABLE, table.key())),
                table.localIndexes().stream()
                        .map(it -> of(table, it.name(), Kind.LOCAL_INDEX, List.of(), List.of(it.sortKey()))),
                table.globalIndexes().stream()
                        .map(it -> new KeyUse(DynamoTableRule.part(table, it.name()), Kind.GLOBAL_INDEX, it.key())),
                table.vectorIndexes().stream().map(it -> ofVector(table, it)))
                .flatMap(it -> it);
    }

    private static KeyUse ofVector(DynamoTable table, VectorIndex index) {
        List<String> partition = Stream.<String>ofNullable(index.partitionKey()).toList();
        return of(table, index.name(), Kind.VECTOR_INDEX, partition, index.filterAttributes());
    }

    private static KeyUse of(DynamoTable table, String index, Kind kind, List<String> partition, List<String> sort) {
        return new KeyUse(DynamoTableRule.part(table, index), kind, new KeySchema(partition, sort));
    }

    /** The HASH attributes, then the others. */
    List<String> attributes() {
        return key.attributes();
    }
}
