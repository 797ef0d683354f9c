package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.stream.Stream;

/** A table sends its changes to at most two Kinesis data streams. */
final class KinesisDestinationCount implements DynamoTableRule {

    private static final int MAX = 2;

    @Override
    public DynamoPage source() {
        return DynamoPage.KINESIS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        int count = table.settings().kinesisDestinations().size();
        return count <= MAX
                ? Stream.empty()
                : Stream.of(error(
                        table.name(),
                        "has " + count + " Kinesis destinations, and DynamoDB allows " + MAX,
                        "Let consumers share a stream."));
    }
}
