package dev.plinth.diff;

import dev.plinth.model.dynamo.ScalingRange;
import org.jspecify.annotations.Nullable;

/**
 * What auto scaling moves.
 *
 * @param index absent for the table itself
 */
public record LiveScaling(@Nullable String index, ScalingDimension dimension, ScalingRange range) {}
