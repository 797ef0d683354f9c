package dev.plinth.rule;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A key attribute is a string, a number or binary. */
final class KeyAttributeType implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.ATTRIBUTE_DEFINITION;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.attributes().stream()
                .filter(it -> !it.type().canBeKey())
                .flatMap(it -> KeyUse.of(table)
                        .filter(use -> use.attributes().contains(it.name()))
                        .map(use -> wrong(table, it, use)));
    }

    private Problem wrong(DynamoTable table, Attribute attribute, KeyUse use) {
        String message = "is " + attribute.type().code() + " and part of " + use.kind().words() + " of " + use.subject()
                + ", and DynamoDB allows S, N and B in keys";
        return error(
                DynamoTableRule.part(table, attribute.name()), message, "Declare it as string, number or binary.");
    }
}
