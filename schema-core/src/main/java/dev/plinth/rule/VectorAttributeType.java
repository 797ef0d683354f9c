package dev.plinth.rule;

import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A vector is a list of numbers. */
final class VectorAttributeType implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.VECTOR_INDEX;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.vectorIndexes().stream().flatMap(index -> table.attribute(index.vectorAttribute()).stream()
                .filter(it -> it.type() != AttributeType.LIST)
                .map(it -> error(
                        DynamoTableRule.part(table, index.name()),
                        "has vectors in " + it.name() + ", which is " + it.type().code()
                                + ", and a vector is a list of numbers",
                        "Declare the attribute as list.")));
    }
}
