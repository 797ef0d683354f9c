package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A vector index filters by at most 18 attributes. */
final class VectorFilterCount implements DynamoTableRule {

    private static final int MAX = 18;

    @Override
    public DynamoPage source() {
        return DynamoPage.QUOTAS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.vectorIndexes().stream()
                .filter(it -> it.filterAttributes().size() > MAX)
                .map(it -> error(
                        DynamoTableRule.part(table, it.name()),
                        "filters by " + it.filterAttributes().size() + " attributes, and DynamoDB allows " + MAX,
                        "Name fewer in inlineFilter(...)."));
    }
}
