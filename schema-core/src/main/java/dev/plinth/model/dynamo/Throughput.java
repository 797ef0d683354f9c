package dev.plinth.model.dynamo;

/** Provisioned capacity, in read and write capacity units; at least 1 each. */
public record Throughput(long readCapacityUnits, long writeCapacityUnits) {}
