package dev.plinth.test.dynamo;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;

/** Answers that are errors, of the class that the SDK has for their code. */
final class ServiceErrors {

    private static final int REFUSED = 400;
    private static final String INVALID = "One or more parameter values were invalid: ";

    private ServiceErrors() {}

    static DynamoDbException error(String code, String message) {
        return error(REFUSED, code, message);
    }

    static DynamoDbException error(int status, String code, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).serviceName("DynamoDb").build();
        return (DynamoDbException) builder(code)
                .awsErrorDetails(details)
                .message(message)
                .statusCode(status)
                .requestId("FAKE")
                .build();
    }

    private static DynamoDbException.Builder builder(String code) {
        return switch (code) {
            case "ResourceNotFoundException" -> ResourceNotFoundException.builder();
            case "ResourceInUseException" -> ResourceInUseException.builder();
            case "LimitExceededException" -> LimitExceededException.builder();
            case "InternalServerError" -> InternalServerErrorException.builder();
            case "ContinuousBackupsUnavailableException" -> ContinuousBackupsUnavailableException.builder();
            case "PolicyNotFoundException" -> PolicyNotFoundException.builder();
            case "TableNotFoundException" -> TableNotFoundException.builder();
            default -> DynamoDbException.builder();
        };
    }

    static DynamoDbException invalid(String what) {
        return error("ValidationException", INVALID + what);
    }

    static DynamoDbException validation(String message) {
        return error("ValidationException", message);
    }

    static DynamoDbException inUse(String what) {
        return error("ResourceInUseException", what);
    }

    static DynamoDbException limit(String what) {
        return error("LimitExceededException", "Subscriber limit exceeded: " + what);
    }

    static DynamoDbException notFound(String what) {
        return error("ResourceNotFoundException", "Requested resource not found: " + what);
    }
}
