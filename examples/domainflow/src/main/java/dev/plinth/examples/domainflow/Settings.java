package dev.plinth.examples.domainflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which stores to work on.
 *
 * @param database empty where none is configured
 * @param dynamo empty where it is not configured
 */
record Settings(Optional<DatabaseSettings> database, Optional<DynamoSettings> dynamo) {

    private static final String NOTHING = """
            No store is configured. Set DB_HOST, DB_NAME, DB_USER and DB_PASSWORD for PostgreSQL, DYNAMODB_ENDPOINT or \
            AWS_REGION for DynamoDB, or all of them.""";

    /**
     * Reads the environment.
     *
     * @throws UsageException with everything that is missing or cannot be used
     */
    static Settings of(Map<String, String> environment) {
        Variables variables = new Variables(environment, new ArrayList<>());
        Optional<DatabaseSettings> database = DatabaseSettings.of(variables);
        Optional<DynamoSettings> dynamo = DynamoSettings.of(variables);
        if (!variables.problems().isEmpty()) {
            throw new UsageException(variables.problems());
        }
        if (database.isEmpty() && dynamo.isEmpty()) {
            throw new UsageException(List.of(NOTHING));
        }
        return new Settings(database, dynamo);
    }

    /** The prefix of DynamoDB table names, which {@code requests} uses too. */
    static String tablePrefix(Map<String, String> environment) {
        Variables variables = new Variables(environment, new ArrayList<>());
        String prefix = DynamoSettings.prefix(variables);
        if (!variables.problems().isEmpty()) {
            throw new UsageException(variables.problems());
        }
        return prefix;
    }

    /** What is left aside, in a sentence; empty where both are configured. */
    Optional<String> leftAside() {
        if (database.isEmpty()) {
            return Optional.of("PostgreSQL is left aside: DB_HOST, DB_NAME, DB_USER and DB_PASSWORD are not set.");
        }
        return dynamo.isEmpty()
                ? Optional.of("DynamoDB is left aside: neither DYNAMODB_ENDPOINT nor AWS_REGION is set.")
                : Optional.empty();
    }
}
