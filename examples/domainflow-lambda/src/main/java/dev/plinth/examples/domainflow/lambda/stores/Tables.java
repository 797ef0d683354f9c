package dev.plinth.examples.domainflow.lambda.stores;

import dev.plinth.job.settings.Variables;

/**
 * Where the DynamoDB tables are; endpoints and credentials are left to the SDK.
 *
 * @param prefix stands before the name of every table
 */
public record Tables(String region, String prefix) {

    /** Adds what is missing or cannot be used to the problems of the variables. */
    public static Tables of(Variables variables) {
        String region = variables.findFirst("AWS_REGION", "AWS_DEFAULT_REGION")
                .orElseGet(() -> variables.require("AWS_REGION",
                        "the region of the tables and of the secret; Lambda sets it"));
        return new Tables(region, prefix(variables));
    }

    private static String prefix(Variables variables) {
        String prefix = variables.find("TABLE_PREFIX").orElse("");
        if (!prefix.matches("[A-Za-z0-9_.-]*")) {
            variables.problems().add("TABLE_PREFIX is \"" + prefix
                    + "\"; a table name has letters, digits, underscores, dots and hyphens only");
        }
        return prefix;
    }
}
