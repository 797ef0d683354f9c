package dev.plinth.model.dynamo;

/**
 * What a table or an index can serve at once without growing first. It can be raised and never be lowered, and is paid for
 * once, when it is raised. A table that is paid for per request starts with 12,000 reads and 4,000 writes.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html">Warm throughput</a>
 */
public record WarmThroughput(long readUnitsPerSecond, long writeUnitsPerSecond) {

    /** Whether it serves at least as much as {@code other}. */
    public boolean covers(WarmThroughput other) {
        return readUnitsPerSecond >= other.readUnitsPerSecond && writeUnitsPerSecond >= other.writeUnitsPerSecond;
    }
}
