package dev.plinth.dynamo.internal.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The tables of the account that share the prefix of the declared ones and are not declared. */
public final class NeighbourTables {

    private NeighbourTables() {}

    /** One phrase a table; where listing is not allowed, one phrase that says so. */
    public static List<String> unmanaged(
            DynamoDbClient client, Predicate<String> isOurs, Set<String> declared, Duration time) {
        try {
            return names(client, time).stream()
                    .filter(name -> isOurs.test(name) && !declared.contains(name))
                    .sorted()
                    .map(name -> "DynamoDB table " + name)
                    .toList();
        } catch (SdkException answer) {
            String reason = answer instanceof DynamoDbException service
                    ? ErrorCodes.code(service) + "; allow dynamodb:ListTables to see them"
                    : "no answer in time";
            return List.of("DynamoDB tables beside the declared ones could not be listed: " + reason);
        }
    }

    private static List<String> names(DynamoDbClient client, Duration time) {
        List<String> names = new ArrayList<>();
        String last = null;
        do {
            ListTablesResponse page = client.listTables(request(last, time));
            names.addAll(page.tableNames());
            last = page.lastEvaluatedTableName();
        } while (last != null);
        return names;
    }

    private static ListTablesRequest request(@Nullable String last, Duration time) {
        return ListTablesRequest.builder()
                .exclusiveStartTableName(last)
                .overrideConfiguration(call -> call.apiCallTimeout(time))
                .build();
    }
}
