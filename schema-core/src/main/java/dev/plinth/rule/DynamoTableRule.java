package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that looks at one DynamoDB table at a time. */
interface DynamoTableRule extends Rule {

    Stream<Problem> check(DynamoTable table);

    /** The page that has the limit. */
    DynamoPage source();

    @Override
    default Optional<String> page() {
        return Optional.of(source().address());
    }

    @Override
    default Stream<Problem> check(Schema schema) {
        return schema.dynamoTables().stream().flatMap(this::check);
    }

    /** The subject of a problem with a part of a table. */
    static String part(DynamoTable table, String name) {
        return table.name() + "." + name;
    }
}
