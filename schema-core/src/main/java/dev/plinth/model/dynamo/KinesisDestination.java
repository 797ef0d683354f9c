package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * A Kinesis data stream that receives every change of a table. A table has at most two.
 *
 * @param streamArn the stream, which has to exist
 * @param precision of the time in each record; absent for DynamoDB's default, milliseconds
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html">Kinesis Data Streams</a>
 */
public record KinesisDestination(String streamArn, @Nullable Precision precision) {

    /** {@code ApproximateCreationDateTimePrecision}. */
    public enum Precision {
        MILLISECOND,
        MICROSECOND
    }
}
