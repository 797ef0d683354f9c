package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A replica, or the witness, is in a region of its own. */
final class ReplicaRegion implements DynamoTableRule {

    private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]+");

    @Override
    public DynamoPage source() {
        return DynamoPage.GLOBAL_TABLES;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        Replication replication = table.settings().replication();
        List<String> regions = Stream.concat(
                replication.replicas().stream().map(Replica::region), Stream.ofNullable(replication.witness()))
                .toList();
        return Stream.concat(
                regions.stream()
                        .filter(region -> !REGION.matcher(region).matches())
                        .map(region -> error(
                                table.name(),
                                "has a replica in \"" + region + "\", which is not a region",
                                "Write it as AWS does, for example eu-west-1.")),
                Duplicates.of(regions).stream()
                        .map(region -> error(
                                table.name(),
                                "has two replicas in " + region + ", and DynamoDB allows one a region",
                                "Say it once.")));
    }
}
