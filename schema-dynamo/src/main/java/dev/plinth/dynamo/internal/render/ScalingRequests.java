package dev.plinth.dynamo.internal.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.ScalingDimension;
import dev.plinth.dynamo.internal.json.JsonText;
import java.io.IOException;
import java.util.List;

/**
 * Auto scaling as requests to Application Auto Scaling, another service than DynamoDB: what the AWS command line reads with
 * {@code aws application-autoscaling register-scalable-target} and {@code put-scaling-policy}.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/Welcome.html">Application Auto Scaling</a>
 */
final class ScalingRequests {

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
        boolean reads = change.dimension() == ScalingDimension.READS;
        return JsonText.write(json -> {
            json.writeStartObject();
            json.writeStringField("PolicyName", resource(change, tableName) + "-" + change.dimension().words());
            subject(json, change, tableName);
            json.writeStringField("PolicyType", "TargetTrackingScaling");
            json.writeObjectFieldStart("TargetTrackingScalingPolicyConfiguration");
            json.writeNumberField("TargetValue", change.range().targetUtilization());
            json.writeObjectFieldStart("PredefinedMetricSpecification");
            json.writeStringField(
                    "PredefinedMetricType",
                    reads ? "DynamoDBReadCapacityUtilization" : "DynamoDBWriteCapacityUtilization");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void subject(JsonGenerator json, RegisterAutoScaling change, String tableName) throws IOException {
        String kind = change.index() == null ? "table" : "index";
        String units = change.dimension() == ScalingDimension.READS ? "ReadCapacityUnits" : "WriteCapacityUnits";
        json.writeStringField("ServiceNamespace", "dynamodb");
        json.writeStringField("ResourceId", resource(change, tableName));
        json.writeStringField("ScalableDimension", "dynamodb:" + kind + ":" + units);
    }

    private static String resource(RegisterAutoScaling change, String tableName) {
        return "table/" + tableName + (change.index() == null ? "" : "/index/" + change.index());
    }
}
