package dev.plinth.rule;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** An attribute has one definition, so one type, in the table and in all its indexes. */
final class DuplicateAttribute implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.CREATE_TABLE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Duplicates.of(table.attributes().stream().map(Attribute::name).toList()).stream()
                .map(name -> error(
                        DynamoTableRule.part(table, name),
                        "is defined twice",
                        "Define it once and use its handle again."));
    }
}
