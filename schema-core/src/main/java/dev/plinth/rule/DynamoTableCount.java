package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.Optional;
import java.util.stream.Stream;

/** A region of an account has at most 2,500 tables (a quota that AWS can raise). */
final class DynamoTableCount implements Rule {

    private static final int MAX = 2_500;

    @Override
    public Optional<String> page() {
        return Optional.of(DynamoPage.QUOTAS.address());
    }

    @Override
    public Stream<Problem> check(Schema schema) {
        int count = schema.dynamoTables().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(warning(
                        schema.name(),
                        "has " + count + " DynamoDB tables, and DynamoDB allows " + MAX
                                + " a region until AWS raises the quota",
                        "Ask for the quota first."));
    }
}
