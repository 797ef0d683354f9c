package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A key names an attribute once: the partition key and the sort key differ. */
final class RepeatedKeyAttribute implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.CREATE_TABLE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.concat(
                KeyUse.of(table)
                        .flatMap(use -> Duplicates.of(use.attributes()).stream().map(name -> repeated(use, name))),
                table.localIndexes().stream()
                        .filter(it -> table.key().partitionKey().contains(it.sortKey()))
                        .map(it -> error(
                                DynamoTableRule.part(table, it.name()),
                                "has the partition key of the table as its sort key",
                                "Name another attribute in sortKey(...).")));
    }

    private Problem repeated(KeyUse use, String name) {
        String words = use.kind() == KeyUse.Kind.VECTOR_INDEX ? "inlineFilter(...)" : "sortKey(...)";
        String message = use.kind().words() + " names " + name + " twice, and DynamoDB allows an attribute once in it";
        return error(use.subject(), message, "Leave it out of one of partitionKey(...) and " + words + ".");
    }
}
