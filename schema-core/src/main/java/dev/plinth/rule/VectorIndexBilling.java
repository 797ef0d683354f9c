package dev.plinth.rule;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** Only a table that is paid for per request has vector indexes. */
final class VectorIndexBilling implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.VECTOR_REQUIREMENTS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> Stream.empty();
            case Billing.Provisioned provisioned ->
                table.vectorIndexes().stream()
                        .map(it -> error(
                                DynamoTableRule.part(table, it.name()),
                                "is a vector index of a table with provisioned billing, and DynamoDB allows none",
                                "Say payPerRequest() for the table."));
        };
    }
}
