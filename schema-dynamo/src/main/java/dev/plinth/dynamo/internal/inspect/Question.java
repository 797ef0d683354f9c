package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveValue;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A call that asks for one part of a table, with what its refusals mean: each concerns this part alone.
 *
 * @param operation of the API
 */
record Question(String operation) {

    <T> LiveValue<T> ask(Supplier<LiveValue<T>> call) {
        try {
            return call.get();
        } catch (DynamoDbException answer) {
            return refused(answer);
        } catch (UnsupportedOperationException emulator) {
            // the embedded DynamoDB Local throws this instead of an answer
            return notOffered();
        }
    }

    private <T> LiveValue<T> refused(DynamoDbException answer) {
        return switch (ErrorCodes.code(answer)) {
            // the table is not ready for questions yet
            case "ResourceNotFoundException", "TableNotFoundException", "PolicyNotFoundException" ->
                new LiveValue.Absent<>();
            case "ValidationException" -> {
                if (ErrorCodes.text(answer).startsWith("Cannot describe")) {
                    yield new LiveValue.Absent<>();
                }
                throw answer;
            }
            case "UnknownOperationException" -> notOffered();
            case "AccessDeniedException" ->
                new LiveValue.Unreadable<>(operation + " failed: AccessDeniedException: " + ErrorCodes.text(answer)
                        + "; allow dynamodb:" + operation + " on the table");
            default -> throw answer;
        };
    }

    private <T> LiveValue<T> notOffered() {
        return new LiveValue.NotOffered<>("this endpoint does not know " + operation);
    }
}
