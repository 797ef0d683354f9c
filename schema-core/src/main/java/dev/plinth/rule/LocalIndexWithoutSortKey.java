package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** Only a table with a sort key has local secondary indexes. */
final class LocalIndexWithoutSortKey implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.LOCAL_INDEXES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.key().sortKey().isEmpty()
                ? table.localIndexes().stream()
                        .map(it -> error(
                                DynamoTableRule.part(table, it.name()),
                                "is a local index of a table without a sort key, and DynamoDB allows none",
                                "Give the table a sortKey(...), or say globalIndex(...)."))
                : Stream.empty();
    }
}
