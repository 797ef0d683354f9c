package dev.plinth.rule;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A maximum for requests is at least 1 each, and only for tables that are paid for per request.
  */
final class OnDemandMaximum implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.ON_DEMAND_MAXIMUM;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return Stream.concat(ofTable(table), table.globalIndexes().stream().flatMap(it -> ofIndex(table, it)));
    }

    private Stream<Problem> ofTable(DynamoTable table) {
        return switch (table.billing()) {
            case Billing.PayPerRequest(OnDemandThroughput maximum) -> check(table.name(), maximum);
            case Billing.Provisioned provisioned -> Stream.empty();
        };
    }

    private Stream<Problem> ofIndex(DynamoTable table, GlobalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        OnDemandThroughput maximum = index.capacity().onDemandThroughput();
        return switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> check(subject, maximum);
            case Billing.Provisioned provisioned ->
                Stream.ofNullable(maximum)
                        .map(it -> error(
                                subject,
                                "has a maximum for requests on a table with provisioned billing, and DynamoDB allows"
                                        + " none",
                                "Drop onDemandThroughput(...), or say payPerRequest() for the table."));
        };
    }

    private Stream<Problem> check(String subject, @Nullable OnDemandThroughput maximum) {
        return maximum == null
                ? Stream.empty()
                : Stream.concat(
                        check(subject, "read", maximum.maxReadRequestUnits()),
                        check(subject, "write", maximum.maxWriteRequestUnits()));
    }

    private Stream<Problem> check(String subject, String which, long units) {
        return units >= 1
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "has a maximum of " + units + " " + which + " request units, and DynamoDB wants at least 1",
                        "Change onDemandThroughput(...), or leave it out for no maximum."));
    }
}
