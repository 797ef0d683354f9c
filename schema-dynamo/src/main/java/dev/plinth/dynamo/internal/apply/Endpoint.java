package dev.plinth.dynamo.internal.apply;

import dev.plinth.StoreException;
import dev.plinth.diff.Change.AddGlobalIndex;
import dev.plinth.diff.Change.CreateDynamoTable;
import dev.plinth.diff.Change.DynamoChange;
import dev.plinth.diff.Change.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.TableReader;
import dev.plinth.dynamo.internal.render.TableNames;
import dev.plinth.dynamo.internal.render.TableRequests;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.time.Duration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Where the tables are: a client and the names in the account.
 *
 * @param target the place, for messages
 */
public record Endpoint(DynamoDbClient client, TableNames names, String target) {

    /** The place that the client goes to. */
    public static Endpoint of(DynamoDbClient client, TableNames names) {
        return new Endpoint(client, names, Targets.of(client, names));
    }

    String name(DynamoTable declared) {
        return names.of(declared);
    }

    Observed look(DynamoTable declared, Duration time) {
        return new TableReader(client, names).read(declared, time);
    }

    void send(DynamoChange change, DynamoTable declared, Duration time) {
        String name = name(declared);
        switch (change) {
            case CreateDynamoTable(DynamoTable table) ->
                client.createTable(TableRequests.createTable(table, name).toBuilder()
                        .overrideConfiguration(call -> call.apiCallTimeout(time))
                        .build());
            case AddGlobalIndex(DynamoTable table, GlobalIndex index) ->
                client.updateTable(TableRequests.addIndex(table, index, name).toBuilder()
                        .overrideConfiguration(call -> call.apiCallTimeout(time))
                        .build());
            case EnablePointInTimeRecovery recovery ->
                client.updateContinuousBackups(TableRequests.enableRecovery(name).toBuilder()
                        .overrideConfiguration(call -> call.apiCallTimeout(time))
                        .build());
        }
    }

    /**
     * Throws where going on makes no sense: the thread was interrupted, the credentials are not accepted, or not even the
     * first look came through.
     */
    void rethrowWhenUseless(SdkException answer, boolean first) {
        if (answer instanceof AbortedException aborted) {
            throw aborted;
        }
        if (answer instanceof DynamoDbException service && Credentials.areRejected(service)) {
            // An answer that quotes the request is not kept as the cause either.
            throw new StoreException(
                    "DynamoDB (" + target + ") does not accept the credentials: " + Messages.said("", service),
                    Credentials.isQuoting(service) ? null : service);
        }
        if (first && !(answer instanceof DynamoDbException)) {
            throw new StoreException(
                    "DynamoDB (" + target + ") cannot be reached: " + Messages.said("", answer)
                            + " Check the region, the endpoint, the credentials and the network.",
                    answer);
        }
    }
}
