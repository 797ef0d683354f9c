package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * A local secondary index: the partition key of the table with another sort key. It comes with the table or never.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">Local Secondary Indexes</a>
 */
public record LocalIndex(String name, String sortKey, Projection projection, @Nullable String description) {}
