package dev.plinth.dynamo.internal.scaling;

import dev.plinth.diff.LiveScaling;
import dev.plinth.diff.ScalingDimension;
import dev.plinth.dynamo.internal.render.ScalingRequests;
import dev.plinth.dynamo.internal.scaling.ScalingCalls.ScalableResource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Targets and policies in the words of the model. */
final class LiveScalings {

    private LiveScalings() {}

    /** What scales of one resource. A dimension that is newer than this version is none that a schema can declare. */
    static List<LiveScaling> of(
            ScalableResource resource, List<ScalableTarget> targets, List<ScalingPolicy> policies) {
        return targets.stream()
                .flatMap(target -> dimension(target.scalableDimensionAsString())
                        .map(dimension -> new LiveScaling(
                                resource.index(),
                                dimension,
                                Objects.requireNonNullElse(target.minCapacity(), 0),
                                Objects.requireNonNullElse(target.maxCapacity(), 0),
                                isSuspended(target.suspendedState()),
                                policies(target, policies, dimension)))
                        .stream())
                .toList();
    }

    private static Optional<ScalingDimension> dimension(@Nullable String name) {
        return Stream.of(ScalingDimension.values())
                .filter(dimension -> name != null && name.endsWith(":" + ScalingRequests.units(dimension)))
                .findFirst();
    }

    /** Either direction alone is enough for the capacity not to follow the use. Schedules are nobody's here. */
    private static boolean isSuspended(@Nullable SuspendedState state) {
        return state != null
                && (Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                        || Boolean.TRUE.equals(state.dynamicScalingOutSuspended()));
    }

    private static List<LiveScaling.Policy> policies(
            ScalableTarget target, List<ScalingPolicy> policies, ScalingDimension dimension) {
        return policies.stream()
                .filter(policy -> Objects.equals(
                        policy.scalableDimensionAsString(), target.scalableDimensionAsString()))
                .map(policy -> policy(policy, ScalingRequests.metric(dimension)))
                .toList();
    }

    private static LiveScaling.Policy policy(ScalingPolicy policy, String metric) {
        var tracking = policy.targetTrackingScalingPolicyConfiguration();
        boolean tracks = tracking != null
                && tracking.predefinedMetricSpecification() != null
                && metric.equals(tracking.predefinedMetricSpecification().predefinedMetricTypeAsString());
        return new LiveScaling.Policy(
                Objects.toString(policy.policyName(), ""),
                tracks ? tracking.targetValue() : null,
                tracking == null || !Boolean.TRUE.equals(tracking.disableScaleIn()));
    }
}
