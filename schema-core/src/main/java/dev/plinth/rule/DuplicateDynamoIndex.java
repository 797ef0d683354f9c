package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** The names of the indexes of a table differ, whatever kind they are of. */
final class DuplicateDynamoIndex implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.CREATE_TABLE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Duplicates.of(DynamoIndexPart.of(table).map(DynamoIndexPart::name).toList()).stream()
                .map(name -> error(
                        DynamoTableRule.part(table, name), "is the name of two indexes", "Rename one of the two."));
    }
}
