package dev.plinth.diff;

import dev.plinth.model.dynamo.ScalingRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What auto scaling moves, between which capacities, and by which policies.
 *
 * @param index absent for the table itself
 * @param suspended whether somebody has told it to stand still
 * @param policies empty where the capacity is registered and nothing moves it yet
 */
public record LiveScaling(
        @Nullable String index,
        ScalingDimension dimension,
        long minCapacity,
        long maxCapacity,
        boolean suspended,
        List<Policy> policies) {

    /**
     * By what it moves.
     *
     * @param targetUtilization percent of the capacity that is to be in use; absent for a policy that does not track it
     * @param scalesIn whether it takes capacity away again
     */
    public record Policy(String name, @Nullable Double targetUtilization, boolean scalesIn) {

        private boolean aimsAt(Policy other) {
            return targetUtilization != null && targetUtilization.equals(other.targetUtilization)
                    && scalesIn == other.scalesIn;
        }
    }

    public LiveScaling {
        policies = List.copyOf(policies);
    }

    /** Scaling as it is declared. */
    public static LiveScaling of(@Nullable String index, ScalingDimension dimension, ScalingRange range) {
        Policy policy = new Policy("", (double) range.targetUtilization(), true);
        return new LiveScaling(
                index, dimension, range.minCapacity(), range.maxCapacity(), false, List.of(policy));
    }

    /** Whether it moves between the same capacities. */
    public boolean isWithin(ScalingRange range) {
        return !suspended && minCapacity == range.minCapacity() && maxCapacity == range.maxCapacity();
    }

    /** Whether it does what the other one does; policies beside that one do not count. */
    boolean does(LiveScaling other) {
        return suspended == other.suspended
                && minCapacity == other.minCapacity
                && maxCapacity == other.maxCapacity
                && other.policies.stream().allMatch(wanted -> policies.stream().anyMatch(wanted::aimsAt));
    }
}
