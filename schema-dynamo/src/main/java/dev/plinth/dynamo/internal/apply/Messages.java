package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.Change.AddGlobalIndex;
import dev.plinth.diff.Change.CreateDynamoTable;
import dev.plinth.diff.Change.DynamoChange;
import dev.plinth.diff.Change.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What went wrong, in a sentence: which table, which call, which code, what was said, what to do. */
final class Messages {

    private Messages() {}

    /** A change was refused. */
    static String refused(DynamoChange change, String tableName, SdkException answer) {
        String subject = switch (change) {
            case CreateDynamoTable create -> tableName;
            case EnablePointInTimeRecovery recovery -> tableName;
            case AddGlobalIndex index -> tableName + ", index " + index.index().name();
        };
        return sentence(subject, operation(change), answer);
    }

    /** A look was refused. */
    static String refusedLook(String tableName, SdkException answer) {
        return sentence(tableName, "describing it", answer);
    }

    /** The operation of the API that makes a change, as IAM policies name it. */
    static String operation(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "CreateTable";
            case EnablePointInTimeRecovery recovery -> "UpdateContinuousBackups";
            case AddGlobalIndex index -> "UpdateTable";
        };
    }

    private static String sentence(String subject, String operation, SdkException answer) {
        return "DynamoDB table " + subject + ": " + operation + " failed: " + said(operation, answer);
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
        return operation.startsWith("describing")
                ? "; allow dynamodb:DescribeTable (and dynamodb:DescribeContinuousBackups for point-in-time recovery)"
                : "; allow dynamodb:" + operation + " on the table";
    }
}
