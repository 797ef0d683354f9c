package dev.plinth.rule;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/**
 * A table with provisioned billing needs auto scaling of its writes, and of those of all its global indexes, before it is
 * replicated.
  */
final class ReplicaScaling implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.GLOBAL_TABLES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        if (table.settings().replication().isNone() || !(table.billing() instanceof Billing.Provisioned provisioned)) {
            return Stream.empty();
        }
        return Stream.concat(
                check(table.name(), provisioned.autoScaling()),
                table.globalIndexes().stream()
                        .flatMap(it -> check(
                                DynamoTableRule.part(table, it.name()), it.capacity().autoScaling())));
    }

    private Stream<Problem> check(String subject, AutoScaling scaling) {
        return scaling.writes() != null
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "belongs to a table with replicas and provisioned billing, and its writes do not scale",
                        "Add scaleWrites(min, max, target), or say payPerRequest() for the table."));
    }
}
