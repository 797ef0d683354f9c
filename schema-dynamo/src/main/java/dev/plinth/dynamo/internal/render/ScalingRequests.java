package dev.plinth.dynamo.internal.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.ScalingDimension;
import dev.plinth.dynamo.internal.json.JsonText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Auto scaling as requests to Application Auto Scaling, another service than DynamoDB: what the AWS command line reads with
 * {@code aws application-autoscaling register-scalable-target} and {@code put-scaling-policy}.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/Welcome.html">Application Auto Scaling</a>
 */
public final class ScalingRequests {

    private static final int LONGEST_POLICY_NAME = 256;

    private ScalingRequests() {}

    static List<String> json(RegisterAutoScaling change, String tableName) {
        return List.of(target(change, tableName), policy(change, tableName));
    }

    private static String target(RegisterAutoScaling change, String tableName) {
        return JsonText.write(json -> {
            json.writeStartObject();
            subject(json, change, tableName);
            json.writeNumberField("MinCapacity", change.range().minCapacity());
            json.writeNumberField("MaxCapacity", change.range().maxCapacity());
            json.writeEndObject();
        });
    }

    private static String policy(RegisterAutoScaling change, String tableName) {
        return JsonText.write(json -> {
            json.writeStartObject();
            json.writeStringField("PolicyName", policyName(change, tableName));
            subject(json, change, tableName);
            json.writeStringField("PolicyType", "TargetTrackingScaling");
            json.writeObjectFieldStart("TargetTrackingScalingPolicyConfiguration");
            json.writeNumberField("TargetValue", change.range().targetUtilization());
            json.writeObjectFieldStart("PredefinedMetricSpecification");
            json.writeStringField("PredefinedMetricType", metric(change.dimension()));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void subject(JsonGenerator json, RegisterAutoScaling change, String tableName) throws IOException {
        json.writeStringField("ServiceNamespace", "dynamodb");
        json.writeStringField("ResourceId", resourceId(tableName, change.index()));
        json.writeStringField("ScalableDimension", dimension(change));
    }

    /** {@code table/Orders}, {@code table/Orders/index/by-user}. */
    public static String resourceId(String tableName, @Nullable String index) {
        return "table/" + tableName + (index == null ? "" : "/index/" + index);
    }

    /** {@code dynamodb:table:ReadCapacityUnits}, ... */
    public static String dimension(RegisterAutoScaling change) {
        return "dynamodb:" + (change.index() == null ? "table" : "index") + ":" + units(change.dimension());
    }

    /** What of a table or an index is moved. */
    public static String units(ScalingDimension dimension) {
        return switch (dimension) {
            case READS -> "ReadCapacityUnits";
            case WRITES -> "WriteCapacityUnits";
        };
    }

    /** The metric that is tracked. */
    public static String metric(ScalingDimension dimension) {
        return switch (dimension) {
            case READS -> "DynamoDBReadCapacityUtilization";
            case WRITES -> "DynamoDBWriteCapacityUtilization";
        };
    }

    /** A name of Plinth's own, unique for what is scaled; of a long one the end, since the service takes 256 characters. */
    public static String policyName(RegisterAutoScaling change, String tableName) {
        String name = resourceId(tableName, change.index()) + "-" + change.dimension().words();
        return name.substring(Math.max(0, name.length() - LONGEST_POLICY_NAME));
    }
}
