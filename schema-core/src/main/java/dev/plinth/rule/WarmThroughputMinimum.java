package dev.plinth.rule;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warm throughput is at least what a table has from the start: 12,000 reads and 4,000 writes where it is paid for per request,
 * the provisioned capacity otherwise.
  */
final class WarmThroughputMinimum implements DynamoTableRule {

    private static final Throughput ON_DEMAND = new Throughput(12_000, 4_000);

    @Override
    public DynamoPage source() {
        return DynamoPage.WARM_THROUGHPUT;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        Throughput ofTable = minimum(table, switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> null;
            case Billing.Provisioned provisioned -> provisioned.throughput();
        });
        return Stream.concat(
                check(table.name(), table.settings().warmThroughput(), ofTable),
                table.globalIndexes().stream()
                        .flatMap(it -> check(
                                DynamoTableRule.part(table, it.name()),
                                it.capacity().warmThroughput(),
                                minimum(table, it.capacity().throughput()))));
    }

    private static Throughput minimum(DynamoTable table, @Nullable Throughput provisioned) {
        return switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> ON_DEMAND;
            case Billing.Provisioned other -> provisioned == null ? new Throughput(1, 1) : provisioned;
        };
    }

    private Stream<Problem> check(String subject, @Nullable WarmThroughput warm, Throughput minimum) {
        return warm == null
                ? Stream.empty()
                : Stream.concat(
                        check(subject, "read", warm.readUnitsPerSecond(), minimum.readCapacityUnits()),
                        check(subject, "write", warm.writeUnitsPerSecond(), minimum.writeCapacityUnits()));
    }

    private Stream<Problem> check(String subject, String which, long units, long minimum) {
        return units >= minimum
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "has a warm throughput of " + units + " " + which + " units, and DynamoDB wants at least "
                                + minimum + " here",
                        "Raise it in warmThroughput(...), or leave it out."));
    }
}
