package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Strong consistency takes three regions, that of the table counted: two replicas, or a replica and a witness.
  */
final class StrongConsistency implements DynamoTableRule {

    private static final Set<String> NOT_OFFERED = Set.of("us-west-1");

    @Override
    public DynamoPage source() {
        return DynamoPage.GLOBAL_TABLES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        Replication replication = table.settings().replication();
        return switch (replication.consistency()) {
            case EVENTUAL ->
                Stream.ofNullable(replication.witness())
                        .map(witness -> error(
                                table.name(),
                                "has a witness in " + witness + ", which is for strong consistency only",
                                "Say multiRegionConsistency(STRONG), or drop witness(...)."));
            case STRONG -> Stream.concat(count(table, replication), regions(table, replication));
        };
    }

    private Stream<Problem> count(DynamoTable table, Replication replication) {
        int replicas = replication.replicas().size();
        int witnesses = replication.witness() == null ? 0 : 1;
        return replicas >= 1 && replicas + witnesses == 2
                ? Stream.empty()
                : Stream.of(error(
                        table.name(),
                        "is strongly consistent with " + replicas + " replicas and " + witnesses
                                + " witnesses, and DynamoDB wants two replicas, or one and a witness",
                        "Change replica(...) and witness(...)."));
    }

    private Stream<Problem> regions(DynamoTable table, Replication replication) {
        return Stream.concat(
                replication.replicas().stream().map(Replica::region), Stream.ofNullable(replication.witness()))
                .filter(NOT_OFFERED::contains)
                .map(region -> error(
                        table.name(),
                        "is strongly consistent and has a replica in " + region
                                + ", where DynamoDB does not offer that",
                        "Choose another region."));
    }
}
