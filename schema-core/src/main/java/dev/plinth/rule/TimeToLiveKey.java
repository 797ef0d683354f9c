package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A partition key that says when its items expire is accepted and hardly ever meant. */
final class TimeToLiveKey implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.TIME_TO_LIVE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.<String>ofNullable(table.settings().timeToLive())
                .filter(table.key().partitionKey()::contains)
                .map(name -> warning(
                        DynamoTableRule.part(table, name),
                        "is the partition key and says when its items expire",
                        "Name an attribute of its own in timeToLive(...)."));
    }
}
