package dev.plinth.model.dynamo;

/**
 * The most that a table or an index paid for per request may use in a second; requests beyond it are throttled. Both are
 * at least 1.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html">
 *      Maximum throughput for on-demand tables</a>
 */
public record OnDemandThroughput(long maxReadRequestUnits, long maxWriteRequestUnits) {}
