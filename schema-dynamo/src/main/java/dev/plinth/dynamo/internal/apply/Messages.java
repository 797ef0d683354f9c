package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import dev.plinth.dynamo.internal.render.Operations;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong, in a sentence: which call, which code, what was said, what to do. */
final class Messages {

    private static final String DESCRIBING = "DescribeTable";
    private static final String SCALING = "application-autoscaling:";

    private Messages() {}

    /** A change was refused. */
    static String refused(DynamoChange change, SdkException answer) {
        return change instanceof RegisterAutoScaling
                ? "RegisterScalableTarget and PutScalingPolicy" + Operations.object(change) + " failed: "
                        + said(answer, SCALING + "RegisterScalableTarget and " + SCALING + "PutScalingPolicy")
                : operation(change) + Operations.object(change) + " failed: " + said(operation(change), answer);
    }

    /** A look was refused. */
    static String refusedLook(SdkException answer) {
        return "it cannot be described: " + said(DESCRIBING, answer);
    }

    /** What scales could not be asked. */
    static String refusedScalingLook(SdkException answer) {
        return "DescribeScalableTargets and DescribeScalingPolicies failed: "
                + said(answer, SCALING + "DescribeScalableTargets and " + SCALING + "DescribeScalingPolicies");
    }

    /** A message about a table, as the report as a whole has it. */
    static String of(String tableName, String message) {
        return "DynamoDB table " + tableName + ": " + message;
    }

    /** The operation of the API that makes a change, as IAM policies name it. */
    static String operation(DynamoChange change) {
        return Operations.of(change);
    }

    static String said(String operation, SdkException answer) {
        return said(answer, "dynamodb:" + operation + " on the table");
    }

    private static String said(SdkException answer, String action) {
        if (!(answer instanceof AwsServiceException service)) {
            return Objects.toString(answer.getMessage(), answer.getClass().getSimpleName());
        }
        String code = ErrorCodes.code(service);
        if (Credentials.isQuoting(service)) {
            return code + ": the signature was not accepted; check the secret key, the session token and the clock";
        }
        return code + ": " + ErrorCodes.text(service) + remedy(action, code);
    }

    private static String remedy(String action, String code) {
        return code.equals("AccessDeniedException") ? "; allow " + action : "";
    }
}
