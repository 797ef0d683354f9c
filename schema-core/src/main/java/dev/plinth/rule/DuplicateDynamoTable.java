package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema holds a DynamoDB table once. */
final class DuplicateDynamoTable implements Rule {

    @Override
    public Optional<String> page() {
        return Optional.of(DynamoPage.CREATE_TABLE.address());
    }

    @Override
    public Stream<Problem> check(Schema schema) {
        return Duplicates.of(schema.dynamoTables().stream().map(DynamoTable::name).toList()).stream()
                .map(name -> error(
                        name, "is in the schema twice", "List it once in schema(...), or rename one table."));
    }
}
