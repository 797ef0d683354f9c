package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * A global secondary index.
 *
 * @param throughput only on a table with provisioned billing, where it is required
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global Secondary Indexes</a>
 */
public record GlobalIndex(
        String name,
        KeySchema key,
        Projection projection,
        @Nullable Throughput throughput,
        @Nullable String description) {}
