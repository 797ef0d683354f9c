package dev.plinth.rule;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of keys are declared, as their types go into AttributeDefinitions. */
final class UndeclaredKeyAttribute implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.CREATE_TABLE;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return KeyUse.of(table).flatMap(use -> use.attributes().stream()
                .filter(name -> table.attribute(name).isEmpty())
                .map(name -> undeclared(table, use, name)));
    }

    private Problem undeclared(DynamoTable table, KeyUse use, String name) {
        List<String> known = table.attributes().stream().map(Attribute::name).toList();
        return error(
                use.subject(),
                use.kind().words() + " names " + name + ", which is not declared",
                Suggestion.orElse(name, known, "Declare it, for example t.string(\"" + name + "\")."));
    }
}
