package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/**
 * A table has at most 20 global secondary indexes (a quota that AWS can raise).
 */
final class GlobalIndexCount implements DynamoTableRule {

    private static final int MAX = 20;

    @Override
    public DynamoPage source() {
        return DynamoPage.QUOTAS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        int count = table.globalIndexes().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(warning(
                        table.name(),
                        "has " + count + " global secondary indexes, and DynamoDB allows " + MAX
                                + " until AWS raises the quota",
                        "Drop the ones that no query needs, let one index serve several queries, or ask for the quota"
                                + " first."));
    }
}
