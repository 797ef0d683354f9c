package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.stream.Stream;

/** The names of the indexes of a table differ. */
final class DuplicateGlobalIndex implements DynamoTableRule {

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Duplicates.of(
                table.globalIndexes().stream().map(GlobalIndex::name).toList())
                .stream()
                .map(name -> error(
                        DynamoTableRule.part(table, name), "is the name of two indexes", "Rename one of the two."));
    }
}
