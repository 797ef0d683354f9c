package dev.plinth.dynamo;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.dynamo.internal.render.Operations;

/**
 * One request to Application Auto Scaling, which scales what DynamoDB provisions.
 *
 * @param change what it adds
 * @param command of the AWS command line that sends it: {@code register-scalable-target} or {@code put-scaling-policy}
 * @param json as the command line reads it: {@code aws application-autoscaling <command> --cli-input-json file://...}
 */
public record ScalingRequest(RegisterAutoScaling change, String command, String json) {

    /** A name for a file with the JSON: {@code Counters.reads.put-scaling-policy.json}. */
    public String fileName() {
        String part = Operations.part(change).map(name -> "." + name).orElse("");
        return change.table() + part + "." + command + ".json";
    }
}
