package dev.plinth.examples.domainflow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * How to reach DynamoDB.
 *
 * @param endpoint empty for the public endpoint of the region
 * @param local whether it is a DynamoDB Local, which takes any credentials: a plain {@code http} endpoint, and no
 *     credentials in the environment
 * @param tablePrefix stands before the name of every table
 */
record DynamoSettings(Optional<URI> endpoint, String region, boolean local, String tablePrefix) {

    private static final String LOCAL_REGION = "us-east-1";

    /** Configured as soon as an endpoint or a region is set. */
    static Optional<DynamoSettings> of(Variables variables) {
        Optional<URI> endpoint = variables.find("DYNAMODB_ENDPOINT").flatMap(text -> endpoint(variables, text));
        Optional<String> region = variables.findFirst("AWS_REGION", "AWS_DEFAULT_REGION");
        if (endpoint.isEmpty() && region.isEmpty()) {
            return Optional.empty();
        }
        boolean local = endpoint.filter(uri -> "http".equals(uri.getScheme())).isPresent()
                && variables.findFirst("AWS_ACCESS_KEY_ID", "AWS_PROFILE").isEmpty();
        return Optional.of(new DynamoSettings(endpoint, region.orElse(LOCAL_REGION), local, prefix(variables)));
    }

    static String prefix(Variables variables) {
        String prefix = variables.find("TABLE_PREFIX").orElse("");
        if (!prefix.matches("[A-Za-z0-9_.-]*")) {
            variables.problems().add("TABLE_PREFIX is \"" + prefix
                    + "\"; a table name has letters, digits, underscores, dots and hyphens only");
        }
        return prefix;
    }

    private static Optional<URI> endpoint(Variables variables, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        variables.problems().add("DYNAMODB_ENDPOINT is \"" + text + "\"; write a URL like http://localhost:8000");
        return Optional.empty();
    }
}
