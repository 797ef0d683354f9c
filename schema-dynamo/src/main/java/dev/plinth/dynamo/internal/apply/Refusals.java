package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.apply.Setback.Kind;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * What a refusal means. DynamoDB answers nearly everything with HTTP 400, and a code can stand for a quota as well as for
 * a collision, so the text decides where the code does not.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Errors</a>
 */
final class Refusals {

    private static final Set<String> THROTTLING = Set.of(
            "ThrottlingException",
            "Throttling",
            "RequestLimitExceeded",
            "ProvisionedThroughputExceededException");
    private static final int SERVER_SIDE = 500;

    private Refusals() {}

    /** What it means that a change was refused. */
    static Kind kind(DynamoChange change, SdkException answer) {
        if (!(answer instanceof DynamoDbException service)) {
            return Kind.SERVER_ERROR;
        }
        String text = ErrorCodes.text(service);
        return switch (ErrorCodes.code(service)) {
            case "ResourceInUseException" -> change instanceof CreateDynamoTable ? Kind.RACE : Kind.BUSY;
            case "LimitExceededException" -> isPassing(text) ? Kind.BUSY : Kind.REFUSED;
            case "ValidationException" ->
                change instanceof AddGlobalIndex && text.contains("already exists") ? Kind.RACE : Kind.REFUSED;
            case "ContinuousBackupsUnavailableException", "ResourceNotFoundException", "TableNotFoundException" ->
                Kind.BUSY;
            case "UnknownOperationException" ->
                change instanceof EnablePointInTimeRecovery ? Kind.NOT_OFFERED : Kind.REFUSED;
            default -> kind(service);
        };
    }

    /** What it means that a look was refused. */
    static Kind kind(SdkException answer) {
        return answer instanceof DynamoDbException service ? kind(service) : Kind.SERVER_ERROR;
    }

    private static Kind kind(DynamoDbException service) {
        if (THROTTLING.contains(ErrorCodes.code(service))) {
            return Kind.THROTTLED;
        }
        return service.statusCode() >= SERVER_SIDE || ErrorCodes.code(service).startsWith("Internal")
                ? Kind.SERVER_ERROR
                : Kind.REFUSED;
    }

    /** The limits on what goes on at one time; the others are quotas, which somebody has to raise. */
    private static boolean isPassing(String text) {
        return text.contains("Only 1 online index") || text.contains("simultaneously")
                || text.contains("are being updated");
    }
}
