package dev.plinth.dynamo;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.dynamo.internal.inspect.Declared;
import dev.plinth.dynamo.internal.inspect.ScalingService;
import dev.plinth.dynamo.internal.scaling.ScalingCalls;
import dev.plinth.dynamo.internal.scaling.ScalingCalls.ScalableResource;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/**
 * Application Auto Scaling, the service that moves the provisioned capacity of tables and indexes, through a client of the
 * application, which is never closed here. It takes {@code software.amazon.awssdk:applicationautoscaling}, which Plinth itself
 * does not ask for: add it beside the SDK's {@code dynamodb}, in the same version. Immutable.
 *
 * {@snippet :
 * DynamoStore.of(dynamoDbClient).autoScaling(ApplicationAutoScaling.of(ApplicationAutoScalingClient.create()))
 * }
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-dynamodb.html">
 *      DynamoDB and Application Auto Scaling</a>
 */
public final class ApplicationAutoScaling {

    private final ApplicationAutoScalingClient client;

    private ApplicationAutoScaling(ApplicationAutoScalingClient client) {
        this.client = client;
    }

    /** The service of the account and the region in which the tables are. */
    public static ApplicationAutoScaling of(ApplicationAutoScalingClient client) {
        return new ApplicationAutoScaling(client);
    }

    /** The calls of one run over these tables. */
    ScalingService service(List<DynamoTable> tables, TableNames names) {
        Map<String, List<ScalableResource>> resources = new HashMap<>();
        tables.forEach(table -> resources.put(names.of(table), Declared.scaling(table).stream()
                .map(RegisterAutoScaling::index)
                .map(index -> new ScalableResource(names.of(table), index))
                .distinct()
                .toList()));
        return new ScalingCalls(client, resources);
    }
}
