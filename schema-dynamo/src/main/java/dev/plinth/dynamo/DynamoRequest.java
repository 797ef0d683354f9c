package dev.plinth.dynamo;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.render.RequestJson;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * One request to DynamoDB.
 *
 * @param change what it adds
 * @param request the request as the SDK sends it
 */
public record DynamoRequest(DynamoChange change, DynamoDbRequest request) {

    /** The command of the AWS command line that sends it: {@code create-table}, {@code update-table}, ... */
    public String command() {
        return switch (change) {
            case CreateDynamoTable create -> "create-table";
            case AddGlobalIndex index -> "update-table";
            case EnablePointInTimeRecovery recovery -> "update-continuous-backups";
        };
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
        return switch (change) {
            case AddGlobalIndex index -> change.table() + "." + index.index().name() + "." + command() + ".json";
            case CreateDynamoTable create -> change.table() + "." + command() + ".json";
            case EnablePointInTimeRecovery recovery -> change.table() + "." + command() + ".json";
        };
    }
}
