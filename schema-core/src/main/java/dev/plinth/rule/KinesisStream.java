package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Kinesis destination is the ARN of a data stream, and each is named once. */
final class KinesisStream implements DynamoTableRule {

    private static final Pattern ARN = Pattern.compile("arn:[^:\\s]+:kinesis:[^:\\s]+:[^:\\s]+:stream/[a-zA-Z0-9_.-]+");

    @Override
    public DynamoPage source() {
        return DynamoPage.KINESIS;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        List<String> arns = table.settings().kinesisDestinations().stream()
                .map(KinesisDestination::streamArn)
                .toList();
        return Stream.concat(
                arns.stream()
                        .filter(arn -> !ARN.matcher(arn).matches())
                        .map(arn -> error(
                                table.name(),
                                "sends changes to \"" + arn + "\", which is not the ARN of a Kinesis data stream",
                                "Write arn:aws:kinesis:region:account:stream/name.")),
                Duplicates.of(arns).stream()
                        .map(arn -> error(table.name(), "sends changes to " + arn + " twice", "Say it once.")));
    }
}
