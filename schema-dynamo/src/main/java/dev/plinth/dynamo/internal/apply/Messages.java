package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What went wrong, in a sentence: which call, which code, what was said, what to do. */
final class Messages {

    private static final String DESCRIBING = "DescribeTable";

    private Messages() {}

    /** A change was refused. */
    static String refused(DynamoChange change, SdkException answer) {
        String subject = change instanceof AddGlobalIndex index ? " for index " + index.index().name() : "";
        String operation = operation(change);
        return operation + subject + " failed: " + said(operation, answer);
    }

    /** A look was refused. */
    static String refusedLook(SdkException answer) {
        return "it cannot be described: " + said(DESCRIBING, answer);
    }

    /** A message about a table, as the report as a whole has it. */
    static String of(String tableName, String message) {
        return "DynamoDB table " + tableName + ": " + message;
    }

    /** The operation of the API that makes a change, as IAM policies name it. */
    static String operation(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "CreateTable";
            case EnablePointInTimeRecovery recovery -> "UpdateContinuousBackups";
            case AddGlobalIndex index -> "UpdateTable";
        };
    }

    static String said(String operation, SdkException answer) {
        if (!(answer instanceof DynamoDbException service)) {
            return Objects.toString(answer.getMessage(), answer.getClass().getSimpleName());
        }
        String code = ErrorCodes.code(service);
        if (Credentials.isQuoting(service)) {
            return code + ": the signature was not accepted; check the secret key, the session token and the clock";
        }
        return code + ": " + ErrorCodes.text(service) + remedy(operation, code);
    }

    private static String remedy(String operation, String code) {
        if (!code.equals("AccessDeniedException")) {
            return "";
        }
        return operation.equals(DESCRIBING)
                ? "; allow dynamodb:DescribeTable (and dynamodb:DescribeContinuousBackups for point-in-time recovery)"
                : "; allow dynamodb:" + operation + " on the table";
    }
}
