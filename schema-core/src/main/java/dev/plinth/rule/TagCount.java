package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A table has at most 50 tags. */
final class TagCount implements DynamoTableRule {

    private static final int MAX = 50;

    @Override
    public DynamoPage source() {
        return DynamoPage.TAGS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        int count = table.settings().tags().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(error(
                        table.name(), "has " + count + " tags, and DynamoDB allows " + MAX, "Drop some of them."));
    }
}
