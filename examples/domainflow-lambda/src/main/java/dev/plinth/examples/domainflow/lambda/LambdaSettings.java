package dev.plinth.examples.domainflow.lambda;

import dev.plinth.examples.domainflow.lambda.stores.DatabaseAddress;
import dev.plinth.examples.domainflow.lambda.stores.DynamoSettings;
import dev.plinth.examples.domainflow.lambda.stores.UsageException;
import dev.plinth.examples.domainflow.lambda.stores.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment of the function says.
 *
 * @param secretArn the secret whose JSON holds {@code username} and {@code password}
 * @param failOn as in {@link FailOn}
 */
record LambdaSettings(DatabaseAddress database, String secretArn, DynamoSettings dynamo, FailOn failOn) {

    private static final String BUNDLE = "rds-ca-bundle.pem";

    /**
     * Reads the environment.
     *
     * @throws UsageException with everything that is missing or cannot be used
     */
    static LambdaSettings of(Map<String, String> environment) {
        Variables variables = Variables.of(environment);
        String secretArn = variables.require(
                "DB_SECRET_ARN",
                "the secret in Secrets Manager whose JSON holds username and password");
        // Lambda unpacks the deployment package there.
        Path folder = Path.of(variables.find("LAMBDA_TASK_ROOT").orElse("."));
        DatabaseAddress database = DatabaseAddress.of(variables, folder.resolve(BUNDLE));
        Optional<DynamoSettings> dynamo = DynamoSettings.of(variables);
        if (dynamo.isEmpty()) {
            variables.require("AWS_REGION", "the region of the tables and of the secret; Lambda sets it");
        }
        FailOn failOn = FailOn.of(variables);
        variables.check();
        return new LambdaSettings(
                database,
                secretArn,
                dynamo.orElseThrow(() -> new UsageException(List.of("AWS_REGION is not set"))),
                failOn);
    }
}
