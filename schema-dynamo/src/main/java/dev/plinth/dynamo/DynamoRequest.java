package dev.plinth.dynamo;

import dev.plinth.diff.DynamoChange;
import dev.plinth.dynamo.internal.render.Operations;
import dev.plinth.dynamo.internal.render.RequestJson;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * One request to DynamoDB.
 *
 * @param change what it adds
 * @param request the request as the SDK sends it
 */
public record DynamoRequest(DynamoChange change, DynamoDbRequest request) {

    /** The command of the AWS command line that sends it: {@code create-table}, {@code update-time-to-live}, ... */
    public String command() {
        return Operations.command(change);
    }

    /**
     * The request as the command line reads it: {@code aws dynamodb <command> --cli-input-json file://...}. Equal requests
     * give equal texts; two spaces an indentation, LF, one at the end.
     */
    public String json() {
        return RequestJson.of(request);
    }

    /** A name for a file with the JSON, by table and command: {@code Reports.create-table.json}. */
    public String fileName() {
        String part = Operations.part(change).map(name -> "." + name).orElse("");
        return change.table() + part + "." + command() + ".json";
    }
}
