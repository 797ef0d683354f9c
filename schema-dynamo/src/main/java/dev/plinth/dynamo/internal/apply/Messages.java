package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import dev.plinth.dynamo.internal.render.Operations;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What went wrong, in a sentence: which call, which code, what was said, what to do. */
final class Messages {

    private static final String DESCRIBING = "DescribeTable";

    private Messages() {}

    /** A change was refused. */
    static String refused(DynamoChange change, SdkException answer) {
        String operation = operation(change);
        return operation + Operations.object(change) + " failed: " + said(operation, answer);
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
        return Operations.of(change);
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
        return code.equals("AccessDeniedException") ? "; allow dynamodb:" + operation + " on the table" : "";
    }
}
