package dev.plinth.dynamo.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The tables of the account that share the prefix of the declared ones and are not declared. */
public final class NeighbourTables {

    private NeighbourTables() {}

    /** One phrase a table; where listing is not allowed, one phrase that says so. */
    public static List<String> unmanaged(DynamoDbClient client, String prefix, Set<String> declared) {
        try {
            return names(client).stream()
                    .filter(name -> name.startsWith(prefix) && !declared.contains(name))
                    .sorted()
                    .map(name -> "DynamoDB table " + name)
                    .toList();
        } catch (DynamoDbException answer) {
            return List.of("DynamoDB tables beside the declared ones could not be listed: " + ErrorCodes.code(answer)
                    + "; allow dynamodb:ListTables to see them");
        }
    }

    private static List<String> names(DynamoDbClient client) {
        List<String> names = new ArrayList<>();
        String last = null;
        do {
            ListTablesResponse page = client.listTables(request(last));
            names.addAll(page.tableNames());
            last = page.lastEvaluatedTableName();
        } while (last != null);
        return names;
    }

    private static ListTablesRequest request(@Nullable String last) {
        return ListTablesRequest.builder().exclusiveStartTableName(last).build();
    }
}
