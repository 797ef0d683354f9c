package dev.plinth.dynamo.internal.scaling;

import dev.plinth.dynamo.internal.scaling.ScalingCalls.ScalableResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Asks for targets and policies, page by page. */
record ScalingReader(ApplicationAutoScalingClient client) {

    /** As many as DescribeScalableTargets takes in one call. */
    private static final int BATCH = 50;

    List<ScalableTarget> targets(List<ScalableResource> resources, Duration time) {
        List<ScalableTarget> targets = new ArrayList<>();
        for (int start = 0; start < resources.size(); start += BATCH) {
            List<String> batch = resources.subList(start, Math.min(start + BATCH, resources.size())).stream()
                    .map(ScalableResource::id)
                    .toList();
            String next = null;
            do {
                next = targets(batch, next, targets, time);
            } while (next != null);
        }
        return targets;
    }

    private @Nullable String targets(
            List<String> ids, @Nullable String token, List<ScalableTarget> into, Duration time) {
        DescribeScalableTargetsResponse page = client.describeScalableTargets(
                of -> of.serviceNamespace(ServiceNamespace.DYNAMODB)
                        .resourceIds(ids)
                        .nextToken(token)
                        .overrideConfiguration(call -> call.apiCallTimeout(time)));
        into.addAll(page.scalableTargets());
        return page.nextToken();
    }

    List<ScalingPolicy> policies(ScalableResource resource, Duration time) {
        List<ScalingPolicy> policies = new ArrayList<>();
        String next = null;
        do {
            next = policies(resource, next, policies, time);
        } while (next != null);
        return policies;
    }

    private @Nullable String policies(
            ScalableResource resource, @Nullable String token, List<ScalingPolicy> into, Duration time) {
        DescribeScalingPoliciesResponse page = client.describeScalingPolicies(
                of -> of.serviceNamespace(ServiceNamespace.DYNAMODB)
                        .resourceId(resource.id())
                        .nextToken(token)
                        .overrideConfiguration(call -> call.apiCallTimeout(time)));
        into.addAll(page.scalingPolicies());
        return page.nextToken();
    }
}
