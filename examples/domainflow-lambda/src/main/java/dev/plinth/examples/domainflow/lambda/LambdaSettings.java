package dev.plinth.examples.domainflow.lambda;

import dev.plinth.examples.domainflow.lambda.stores.Tables;
import dev.plinth.job.settings.DatabaseSettings;
import dev.plinth.job.settings.DatabaseVariables;
import dev.plinth.job.settings.UsageException;
import dev.plinth.job.settings.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the environment of the function says.
 *
 * @param secretArn the secret whose JSON holds {@code username} and {@code password}
 * @param failOn as in {@link FailOn}
 */
record LambdaSettings(DatabaseSettings database, String secretArn, Tables tables, FailOn failOn) {

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
        DatabaseSettings database = DatabaseSettings.of(variables, names(folder.resolve(BUNDLE)));
        Tables tables = Tables.of(variables);
        FailOn failOn = FailOn.of(variables);
        variables.check();
        return new LambdaSettings(database, secretArn, tables, failOn);
    }

    private static DatabaseVariables names(Path bundle) {
        return new DatabaseVariables("DB_HOST", "DB_PORT", "DB_NAME", "DB_SSL_MODE", "DB_SSL_ROOT_CERT", bundle,
                List.of());
    }
}
