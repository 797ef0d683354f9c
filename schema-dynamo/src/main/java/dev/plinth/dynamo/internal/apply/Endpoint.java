package dev.plinth.dynamo.internal.apply;

import dev.plinth.StoreException;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.TableNames;
import dev.plinth.dynamo.internal.inspect.Credentials;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.Observed.Contents;
import dev.plinth.dynamo.internal.inspect.ScalingService;
import dev.plinth.dynamo.internal.inspect.TableReader;
import dev.plinth.dynamo.internal.render.ChangeRequests;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Where the tables are: a client and the names in the account.
 *
 * @param target the place, for messages
 * @param scaling empty where the application has given no client of Application Auto Scaling
 */
public record Endpoint(
        DynamoDbClient client, TableNames names, String target, Optional<ScalingService> scaling) {

    /** The place that the client goes to. */
    public static Endpoint of(DynamoDbClient client, TableNames names) {
        return new Endpoint(client, names, Targets.of(client, names), Optional.empty());
    }

    /** The same place with Application Auto Scaling beside it. */
    public Endpoint with(Optional<ScalingService> service) {
        return new Endpoint(client, names, target, service);
    }

    String name(DynamoTable declared) {
        return names.of(declared);
    }

    Observed look(DynamoTable declared, ScalingLook scalingLook, Duration time) {
        return new TableReader(client, declared, name(declared), scalingLook::look).read(time);
    }

    Contents contents(DynamoTable declared, Duration time) {
        return new TableReader(client, declared, name(declared), unasked -> new LiveValue.NotAsked<>())
                .contents(time);
    }

    /**
     * Sends the request of a change. Returns false where somebody was faster and nothing was sent.
     *
     * @param arn of the table as it was seen; empty where there is none
     */
    boolean send(DynamoChange change, DynamoTable declared, String arn, Duration time) {
        if (change instanceof RegisterAutoScaling registration) {
            return scaling.orElseThrow().register(registration, name(declared), time);
        }
        Sender.send(client, ChangeRequests.of(change, name(declared), arn), time);
        return true;
    }

    /**
     * The failure of the store as a whole, where nothing has answered yet: it is not there, or the credentials are not
     * accepted. Empty where the answer is about one table.
     */
    Optional<StoreException> outage(SdkException answer) {
        if (!(answer instanceof DynamoDbException service)) {
            String message = "DynamoDB (" + target + ") cannot be reached: " + Messages.said("", answer)
                    + " Check the region, the endpoint, the credentials and the network.";
            return Optional.of(new StoreException(message, answer));
        }
        // An answer that quotes the request is not kept as the cause either.
        return Credentials.areRejected(service)
                ? Optional.of(new StoreException(
                        "DynamoDB (" + target + ") does not accept the credentials: " + Messages.said("", service),
                        Credentials.isQuoting(service) ? null : service))
                : Optional.empty();
    }
}
