package dev.plinth.rule;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** The moment when an item expires is a number. */
final class TimeToLiveType implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.TIME_TO_LIVE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.<String>ofNullable(table.settings().timeToLive())
                .flatMap(name -> table.attribute(name).stream())
                .filter(it -> it.type() != AttributeType.NUMBER)
                .map(it -> error(
                        DynamoTableRule.part(table, it.name()),
                        "is " + it.type().code() + " and says when an item expires, and DynamoDB takes N only",
                        "Declare it as number: seconds since 1970."));
    }
}
