package dev.plinth.model.dynamo;

import org.jspecify.annotations.Nullable;

/**
 * Auto scaling of provisioned throughput, which another service than DynamoDB does.
 *
 * @param reads absent where reads do not scale
 * @param writes absent where writes do not scale
 */
public record AutoScaling(@Nullable ScalingRange reads, @Nullable ScalingRange writes) {

    /** Nothing scales. */
    public static final AutoScaling NONE = new AutoScaling(null, null);
}
