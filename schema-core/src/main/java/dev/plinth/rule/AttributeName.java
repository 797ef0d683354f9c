package dev.plinth.rule;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.naming.Identifiers;
import java.util.stream.Stream;

/** Names of attributes have 1 to 255 bytes and no blanks around them: {@code " pk"} is another name than {@code "pk"}. */
final class AttributeName implements DynamoTableRule {

    private static final int MAX = 255;

    @Override
    public DynamoPage source() {
        return DynamoPage.QUOTAS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return names(table).distinct().flatMap(it -> check(table, it));
    }

    /** Of everything that names an attribute, declared or not. */
    private static Stream<String> names(DynamoTable table) {
        return Stream.of(
                table.attributes().stream().map(Attribute::name),
                DynamoIndexPart.of(table).flatMap(index -> index.included().stream()),
                table.vectorIndexes().stream().map(VectorIndex::vectorAttribute),
                Stream.ofNullable(table.settings().timeToLive()))
                .flatMap(it -> it);
    }

    private Stream<Problem> check(DynamoTable table, String name) {
        String subject = DynamoTableRule.part(table, name);
        int bytes = Identifiers.length(name);
        if (bytes < 1 || bytes > MAX) {
            String message = "the name of the attribute has " + bytes + " bytes, and DynamoDB allows 1 to " + MAX;
            return Stream.of(error(subject, message, "Choose another name."));
        }
        return name.equals(name.strip())
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "the name of the attribute begins or ends with a blank, which is part of the name",
                        "Remove the blank."));
    }
}
