package dev.plinth.dynamo.internal.scaling;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.dynamo.internal.render.ScalingRequests;
import java.time.Duration;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/**
 * The two requests that make a capacity scale. Both operations overwrite what has the same name, so they are sent only where a
 * look a moment before has found nothing. The name of the policy is one that nobody else uses, and the service takes only one
 * policy for each metric: a policy that somebody puts in between is refused to us, and not lost.
 */
record ScalingWriter(ApplicationAutoScalingClient client) {

    void registerTarget(RegisterAutoScaling change, String tableName, Duration time) {
        client.registerScalableTarget(
                target -> target.serviceNamespace(ServiceNamespace.DYNAMODB)
                        .resourceId(ScalingRequests.resourceId(tableName, change.index()))
                        .scalableDimension(ScalingRequests.dimension(change))
                        .minCapacity(Math.toIntExact(change.range().minCapacity()))
                        .maxCapacity(Math.toIntExact(change.range().maxCapacity()))
                        .overrideConfiguration(call -> call.apiCallTimeout(time)));
    }

    void putPolicy(RegisterAutoScaling change, String tableName, Duration time) {
        client.putScalingPolicy(
                policy -> policy.policyName(ScalingRequests.policyName(change, tableName))
                        .serviceNamespace(ServiceNamespace.DYNAMODB)
                        .resourceId(ScalingRequests.resourceId(tableName, change.index()))
                        .scalableDimension(ScalingRequests.dimension(change))
                        .policyType(PolicyType.TARGET_TRACKING_SCALING)
                        .targetTrackingScalingPolicyConfiguration(
                                tracking -> tracking.targetValue((double) change.range().targetUtilization())
                                        .predefinedMetricSpecification(metric -> metric
                                                .predefinedMetricType(ScalingRequests.metric(change.dimension()))))
                        .overrideConfiguration(call -> call.apiCallTimeout(time)));
    }
}
