package dev.plinth.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A resource policy has at most 20 KB, blanks and line breaks counted. */
final class ResourcePolicySize implements DynamoTableRule {

    private static final int MAX = 20 * 1024;

    @Override
    public DynamoPage source() {
        return DynamoPage.RESOURCE_POLICY;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.<String>ofNullable(table.settings().resourcePolicy())
                .map(policy -> policy.getBytes(UTF_8).length)
                .filter(size -> size > MAX)
                .map(size -> error(
                        table.name(),
                        "has a resource policy of " + size + " bytes, and DynamoDB allows " + MAX
                                + ", blanks counted",
                        "Write it without blanks, or let it say less."));
    }
}
