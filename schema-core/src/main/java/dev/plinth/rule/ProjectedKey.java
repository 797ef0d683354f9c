package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** What an index holds anyway need not be named in INCLUDE, where it uses up the limit of 20. */
final class ProjectedKey implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.PROJECTION;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return DynamoIndexPart.of(table).flatMap(index -> index.included().stream()
                .distinct()
                .filter(index.held()::contains)
                .map(name -> warning(
                        index.subject(),
                        "projects " + name + ", which is in the index anyway",
                        "Leave it out of projectInclude(...).")));
    }
}
