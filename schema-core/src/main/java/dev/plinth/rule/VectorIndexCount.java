package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A table has at most 5 vector indexes (a quota that AWS can raise). */
final class VectorIndexCount implements DynamoTableRule {

    private static final int MAX = 5;

    @Override
    public DynamoPage source() {
        return DynamoPage.QUOTAS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        int count = table.vectorIndexes().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(warning(
                        table.name(),
                        "has " + count + " vector indexes, and DynamoDB allows " + MAX + " until AWS raises the quota",
                        "Let one index serve several searches, or ask for the quota first."));
    }
}
