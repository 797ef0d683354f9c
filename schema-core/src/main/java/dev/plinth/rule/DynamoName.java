package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** Tables and indexes of DynamoDB have names of 3 to 255 allowed characters. */
final class DynamoName implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.NAMING;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.concat(
                check(table.name(), "table", table.name()),
                DynamoIndexPart.of(table).flatMap(it -> check(it.subject(), "index", it.name())));
    }

    private Stream<Problem> check(String subject, String kind, String name) {
        return TableNames.violation(name)
                .map(it -> error(subject, "the name of the " + kind + " " + it, "Choose another name."))
                .stream();
    }
}
