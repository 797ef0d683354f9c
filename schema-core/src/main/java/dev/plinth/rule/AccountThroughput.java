package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Throughput;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** All tables of a region have at most 80,000 provisioned units of each kind (a quota that AWS can raise). */
final class AccountThroughput implements Rule {

    private static final long MAX = 80_000;

    @Override
    public Optional<String> page() {
        return Optional.of(DynamoPage.QUOTAS.address());
    }

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                check(schema, "read", Throughput::readCapacityUnits),
                check(schema, "write", Throughput::writeCapacityUnits));
    }

    private Stream<Problem> check(Schema schema, String which, ToLongFunction<Throughput> units) {
        long total = schema.dynamoTables().stream()
                .flatMap(AccountThroughput::provisioned)
                .mapToLong(units)
                .reduce(0, AccountThroughput::sum);
        return total <= MAX
                ? Stream.empty()
                : Stream.of(warning(
                        schema.name(),
                        "has " + total + " " + which + " capacity units in all, and DynamoDB allows " + MAX
                                + " a region until AWS raises the quota",
                        "Ask for the quota first."));
    }

    /** What is too much for a number is still too much. */
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static Stream<Throughput> provisioned(DynamoTable table) {
        return switch (table.billing()) {
            case Billing.PayPerRequest perRequest -> Stream.empty();
            case Billing.Provisioned(Throughput ofTable, var scaling) ->
                Stream.concat(
                        Stream.of(ofTable),
                        table.globalIndexes().stream()
                                .flatMap(it -> Stream.ofNullable(it.capacity().throughput())));
        };
    }
}
