package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table has one partition key attribute and at most one sort key attribute; a global secondary index has 1 to 4 and
 * up to 4.
  */
final class KeySize implements DynamoTableRule {

    private static final int OF_TABLE = 1;
    private static final int OF_INDEX = 4;

    @Override
    public DynamoPage source() {
        return DynamoPage.CREATE_TABLE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return KeyUse.of(table).flatMap(use -> switch (use.kind()) {
            case TABLE -> check(use, OF_TABLE);
            case GLOBAL_INDEX -> check(use, OF_INDEX);
            case LOCAL_INDEX, VECTOR_INDEX -> Stream.empty();
        });
    }

    private Stream<Problem> check(KeyUse use, int max) {
        return Stream.concat(
                check(use, "partition", use.key().partitionKey(), 1, max),
                check(use, "sort", use.key().sortKey(), 0, max));
    }

    private Stream<Problem> check(KeyUse use, String which, List<String> attributes, int min, int max) {
        int size = attributes.size();
        if (size >= min && size <= max) {
            return Stream.empty();
        }
        String allowed = min == max ? Integer.toString(max) : min + " to " + max;
        String message = "the " + which + " key has " + size + " attributes, and DynamoDB allows " + allowed;
        return Stream.of(error(use.subject(), message, "Change " + which + "Key(...)."));
    }
}
