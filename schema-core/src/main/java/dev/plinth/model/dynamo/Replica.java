package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a table in another region.
 *
 * @param region {@code eu-west-1}, ...
 * @param keyId the customer's key in that region; required where the table itself has one, and absent otherwise
 */
public record Replica(String region, @Nullable String keyId) {}
