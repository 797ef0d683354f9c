package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A key names an attribute once: the partition key and the sort key differ. */
final class RepeatedKeyAttribute implements DynamoTableRule {

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return KeyUse.of(table).flatMap(use -> Duplicates.of(use.attributes()).stream()
                .map(name -> error(
                        use.subject(),
                        "the key names " + name + " twice, and DynamoDB allows an attribute once in a key",
                        "Leave it out of one of partitionKey(...) and sortKey(...).")));
    }
}
