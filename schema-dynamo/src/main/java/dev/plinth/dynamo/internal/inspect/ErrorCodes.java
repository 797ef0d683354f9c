package dev.plinth.dynamo.internal.inspect;

import java.util.Objects;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The codes by which DynamoDB tells its errors apart: for many the SDK has no class. */
public final class ErrorCodes {

    private ErrorCodes() {}

    /** {@code ResourceInUseException}, ...; empty when the answer had none. */
    public static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null ? "" : Objects.toString(details.errorCode(), "");
    }

    /** What the service said, without the SDK's additions; empty when it said nothing. */
    public static String text(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String text = details == null ? answer.getMessage() : details.errorMessage();
        return Objects.toString(text, "");
    }

    /** How an emulator says that it does not know an operation. */
    public static boolean isUnknownOperation(AwsServiceException answer) {
        return code(answer).equals("UnknownOperationException");
    }
}
