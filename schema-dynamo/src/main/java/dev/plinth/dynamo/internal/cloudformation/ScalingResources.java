package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.ScalingRange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Auto scaling of a table in one region, which is a pair of resources for each thing that scales.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApplicationAutoScaling.html">
 *      AWS::ApplicationAutoScaling</a>
 */
final class ScalingResources {

    private final String tableId;
    private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();

    private ScalingResources(String tableId) {
        this.tableId = tableId;
    }

    static Map<String, Map<String, Object>> of(DynamoTable table, String tableId) {
        ScalingResources scaling = new ScalingResources(tableId);
        if (table.billing() instanceof Billing.Provisioned provisioned) {
            scaling.add(null, provisioned.autoScaling());
        }
        table.globalIndexes().forEach(index -> scaling.add(index.name(), index.capacity().autoScaling()));
        return scaling.resources;
    }

    private void add(@Nullable String index, AutoScaling scaling) {
        add(index, "Read", scaling.reads());
        add(index, "Write", scaling.writes());
    }

    private void add(@Nullable String index, String dimension, @Nullable ScalingRange range) {
        if (range == null) {
            return;
        }
        String id = tableId + (index == null ? "" : LogicalIds.words(index)) + dimension + "Scaling";
        put(id + "Target", "AWS::ApplicationAutoScaling::ScalableTarget", target(index, dimension, range));
        put(id + "Policy", "AWS::ApplicationAutoScaling::ScalingPolicy",
                policy(id + "Target", index, dimension, range));
    }

    private void put(String id, String type, Map<String, Object> properties) {
        if (resources.put(id, Members.of("Type", type, "Properties", properties)) != null) {
            throw new IllegalArgumentException("the indexes of " + tableId + " give two resources the logical ID " + id
                    + "; name the indexes so that they differ in letters and digits");
        }
    }

    private Map<String, Object> target(@Nullable String index, String dimension, ScalingRange range) {
        String kind = index == null ? "table" : "index";
        return new Members()
                .with("ServiceNamespace", "dynamodb")
                .with("ResourceId", substitute(index, ""))
                .with("ScalableDimension", "dynamodb:" + kind + ":" + dimension + "CapacityUnits")
                .with("MinCapacity", range.minCapacity())
                .with("MaxCapacity", range.maxCapacity())
                .map();
    }

    private Map<String, Object> policy(
            String targetId, @Nullable String index, String dimension, ScalingRange range) {
        Map<String, Object> metric =
                Members.of("PredefinedMetricType", "DynamoDB" + dimension + "CapacityUtilization");
        return new Members()
                .with("PolicyName", substitute(index, dimension.equals("Read") ? "-reads" : "-writes"))
                .with("PolicyType", "TargetTrackingScaling")
                .with("ScalingTargetId", Members.of("Ref", targetId))
                .with("TargetTrackingScalingPolicyConfiguration",
                        Members.of("TargetValue", range.targetUtilization(), "PredefinedMetricSpecification", metric))
                .map();
    }

    /** The table is referred to, so that the stack makes it first. */
    private Map<String, Object> substitute(@Nullable String index, String ending) {
        String path = "table/${" + tableId + "}" + (index == null ? "" : "/index/" + index);
        return Members.of("Fn::Sub", path + ending);
    }
}
