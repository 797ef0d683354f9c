package dev.plinth.dynamo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** As much of Application Auto Scaling as an apply sees: targets, their policies, pages of two, and faults on demand. */
final class FakeAutoScaling implements ApplicationAutoScalingClient {

    private static final int PAGE = 2;

    /** The targets, by resource and dimension. */
    final Map<String, ScalableTarget> targets = new TreeMap<>();

    /** The policies, by resource, dimension and name. */
    final Map<String, ScalingPolicy> policies = new TreeMap<>();

    /** Which resources there are: table/Orders, table/Orders/index/by-user. */
    Predicate<String> exists = resource -> true;

    private final List<String> calls = new ArrayList<>();
    private final List<ApplicationAutoScalingRequest> changes = new ArrayList<>();
    private final Map<String, Deque<Runnable>> events = new TreeMap<>();

    static RuntimeException error(int status, String code, String message) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .serviceName("ApplicationAutoScaling")
                .build();
        return ApplicationAutoScalingException.builder()
                .awsErrorDetails(details)
                .message(message)
                .statusCode(status)
                .build();
    }

    /** The next call of an operation fails; more calls of this method line up. */
    void fail(String operation, RuntimeException fault) {
        before(operation, () -> {
            throw fault;
        });
    }

    /** Something that happens at the beginning of the next call of an operation. */
    void before(String operation, Runnable event) {
        events.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(event);
    }

    /** The operations since the last time, each with what it was about. */
    List<String> calls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Every request that was accepted and changed something. */
    List<ApplicationAutoScalingRequest> changes() {
        return List.copyOf(changes);
    }

    private void begin(String operation, Object subject) {
        calls.add(operation + " " + subject);
        Deque<Runnable> waiting = events.getOrDefault(operation, new ArrayDeque<>());
        if (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Override
    public DescribeScalableTargetsResponse describeScalableTargets(DescribeScalableTargetsRequest request) {
        begin("DescribeScalableTargets", request.resourceIds().size());
        if (request.resourceIds().size() > 50) {
            throw error(400, "ValidationException", "more than 50 resources");
        }
        List<ScalableTarget> found = targets.values().stream()
                .filter(target -> request.resourceIds().contains(target.resourceId()))
                .toList();
        int start = start(request.nextToken());
        return DescribeScalableTargetsResponse.builder()
                .scalableTargets(found.subList(start, Math.min(found.size(), start + PAGE)))
                .nextToken(next(start, found.size()))
                .build();
    }

    @Override
    public DescribeScalingPoliciesResponse describeScalingPolicies(DescribeScalingPoliciesRequest request) {
        begin("DescribeScalingPolicies", request.resourceId());
        List<ScalingPolicy> found = policies.values().stream()
                .filter(policy -> policy.resourceId().equals(request.resourceId()))
                .toList();
        int start = start(request.nextToken());
        return DescribeScalingPoliciesResponse.builder()
                .scalingPolicies(found.subList(start, Math.min(found.size(), start + PAGE)))
                .nextToken(next(start, found.size()))
                .build();
    }

    private static int start(String token) {
        return token == null ? 0 : Integer.parseInt(token);
    }

    private static String next(int start, int size) {
        return start + PAGE < size ? Integer.toString(start + PAGE) : null;
    }

    @Override
    public RegisterScalableTargetResponse registerScalableTarget(RegisterScalableTargetRequest request) {
        String key = request.resourceId() + " " + request.scalableDimensionAsString();
        begin("RegisterScalableTarget", key);
        if (!exists.test(request.resourceId())) {
            throw error(400, "ValidationException", "DynamoDB table does not exist: " + request.resourceId());
        }
        targets.put(key, ScalableTarget.builder()
                .serviceNamespace(request.serviceNamespace())
                .resourceId(request.resourceId())
                .scalableDimension(request.scalableDimensionAsString())
                .minCapacity(request.minCapacity())
                .maxCapacity(request.maxCapacity())
                .build());
        changes.add(request);
        return RegisterScalableTargetResponse.builder().build();
    }

    @Override
    public PutScalingPolicyResponse putScalingPolicy(PutScalingPolicyRequest request) {
        String target = request.resourceId() + " " + request.scalableDimensionAsString();
        begin("PutScalingPolicy", target);
        if (!targets.containsKey(target)) {
            throw error(400, "ObjectNotFoundException", "No scalable target registered for " + target);
        }
        var tracking = request.targetTrackingScalingPolicyConfiguration();
        boolean second = policies.values().stream()
                .filter(policy -> (policy.resourceId() + " " + policy.scalableDimensionAsString()).equals(target))
                .filter(policy -> !policy.policyName().equals(request.policyName()))
                .anyMatch(policy -> policy.targetTrackingScalingPolicyConfiguration() != null
                        && Objects.equals(
                                policy.targetTrackingScalingPolicyConfiguration().predefinedMetricSpecification(),
                                tracking.predefinedMetricSpecification()));
        if (second) {
            throw error(
                    400,
                    "ValidationException",
                    "Only one TargetTrackingScaling policy for a given metric specification is allowed.");
        }
        policies.put(target + " " + request.policyName(), ScalingPolicy.builder()
                .policyName(request.policyName())
                .resourceId(request.resourceId())
                .scalableDimension(request.scalableDimensionAsString())
                .policyType(request.policyTypeAsString())
                .targetTrackingScalingPolicyConfiguration(tracking)
                .build());
        changes.add(request);
        return PutScalingPolicyResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
