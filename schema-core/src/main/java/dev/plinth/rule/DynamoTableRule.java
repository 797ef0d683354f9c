package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A rule that looks at one DynamoDB table at a time. */
interface DynamoTableRule extends Rule {

    Stream<Problem> check(DynamoTable table);

    @Override
    default Stream<Problem> check(Schema schema) {
        return schema.dynamoTables().stream().flatMap(this::check);
    }

    /** The subject of a problem with a part of a table. */
    static String part(DynamoTable table, String name) {
        return table.name() + "." + name;
    }
}
