package dev.plinth.rule;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Throughput;
import java.util.stream.Stream;

/**
 * Provisioned billing takes a throughput of at least 1 for the table and for each index; pay per request takes none.
 */
final class ProvisionedThroughput implements DynamoTableRule {

    private static final long QUOTA = 40_000;

    @Override
    public DynamoPage source() {
        return DynamoPage.PROVISIONED_THROUGHPUT;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return switch (table.billing()) {
            case Billing.PayPerRequest perRequest ->
                table.globalIndexes().stream()
                        .filter(it -> it.capacity().throughput() != null)
                        .map(it -> unwanted(DynamoTableRule.part(table, it.name())));
            case Billing.Provisioned provisioned ->
                Stream.concat(
                        check(table.name(), provisioned.throughput()),
                        table.globalIndexes().stream().flatMap(it -> check(table, it)));
        };
    }

    private Problem unwanted(String subject) {
        return error(
                subject,
                "has a throughput on a table that is paid per request, and DynamoDB allows none",
                "Drop throughput(...), or say provisioned(...) for the table.");
    }

    private Stream<Problem> check(DynamoTable table, GlobalIndex index) {
        String subject = DynamoTableRule.part(table, index.name());
        Throughput throughput = index.capacity().throughput();
        return throughput == null
                ? Stream.of(error(
                        subject,
                        "has no throughput on a provisioned table, and DynamoDB wants at least 1 each",
                        "Add throughput(reads, writes)."))
                : check(subject, throughput);
    }

    private Stream<Problem> check(String subject, Throughput throughput) {
        return Stream.concat(
                check(subject, "read", throughput.readCapacityUnits()),
                check(subject, "write", throughput.writeCapacityUnits()));
    }

    private Stream<Problem> check(String subject, String which, long units) {
        String message = "has " + units + " " + which + " capacity units, and DynamoDB ";
        if (units < 1) {
            return Stream.of(error(subject, message + "wants at least 1", "Provision at least 1."));
        }
        return units <= QUOTA
                ? Stream.empty()
                : Stream.of(warning(
                        subject, message + "allows " + QUOTA + " until AWS raises the quota",
                        "Ask for the quota first."));
    }
}
