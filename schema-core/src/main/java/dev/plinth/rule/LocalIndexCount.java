package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A table has at most 5 local secondary indexes. */
final class LocalIndexCount implements DynamoTableRule {

    private static final int MAX = 5;

    @Override
    public DynamoPage source() {
        return DynamoPage.QUOTAS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        int count = table.localIndexes().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(error(
                        table.name(),
                        "has " + count + " local secondary indexes, and DynamoDB allows " + MAX,
                        "Make some of them global indexes."));
    }
}
