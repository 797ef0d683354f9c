package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import java.util.List;
import java.util.stream.Stream;

/** A key of a DynamoDB table: its own, or that of an index. */
record KeyUse(String subject, KeySchema key, boolean ofTable) {

    /** The key of the table, then those of its indexes. */
    static Stream<KeyUse> of(DynamoTable table) {
        return Stream.concat(
                Stream.of(new KeyUse(table.name(), table.key(), true)),
                table.globalIndexes().stream()
                        .map(it -> new KeyUse(DynamoTableRule.part(table, it.name()), it.key(), false)));
    }

    /** The HASH attributes, then the RANGE attributes. */
    List<String> attributes() {
        return Stream.concat(key.partitionKey().stream(), key.sortKey().stream()).toList();
    }
}
