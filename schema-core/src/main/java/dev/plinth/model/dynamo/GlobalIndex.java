package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * A global secondary index.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global Secondary Indexes</a>
 */
public record GlobalIndex(
        String name,
        KeySchema key,
        Projection projection,
        Capacity capacity,
        @Nullable ContributorInsights contributorInsights,
        @Nullable String description) {

    /** An index of which nothing but key and projection is said. */
    public static GlobalIndex of(String name, KeySchema key, Projection projection) {
        return new GlobalIndex(name, key, projection, Capacity.UNSPECIFIED, null, null);
    }
}
