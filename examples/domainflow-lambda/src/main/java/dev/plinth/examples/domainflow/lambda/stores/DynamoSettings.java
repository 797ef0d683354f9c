package dev.plinth.examples.domainflow.lambda.stores;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * How to reach DynamoDB.
 *
 * @param endpoint empty for the public endpoint of the region
 * @param local whether it is a DynamoDB Local, which takes any credentials: a plain {@code http} endpoint, and no
 *     credentials in the environment
 * @param tablePrefix stands before the name of every table
 */
public record DynamoSettings(Optional<URI> endpoint, String region, boolean local, String tablePrefix) {

    private static final String LOCAL_REGION = "us-east-1";

    /** Configured as soon as an endpoint or a region is set. */
    public static Optional<DynamoSettings> of(Variables variables) {
        Optional<URI> endpoint = variables.find("DYNAMODB_ENDPOINT").flatMap(text -> endpoint(variables, text));
        Optional<String> region = variables.findFirst("AWS_REGION", "AWS_DEFAULT_REGION");
        if (endpoint.isEmpty() && region.isEmpty()) {
            return Optional.empty();
        }
        boolean local = endpoint.filter(uri -> "http".equals(uri.getScheme())).isPresent()
                && variables.findFirst("AWS_ACCESS_KEY_ID", "AWS_PROFILE").isEmpty();
        return Optional.of(new DynamoSettings(endpoint, region.orElse(LOCAL_REGION), local, prefix(variables)));
    }

    /** A client that talks by {@code HttpURLConnection}, which starts faster than the others; to be closed by the caller. */
    DynamoDbClient client() {
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder().region(Region.of(region)).httpClient(UrlConnectionHttpClient.create());
        endpoint.ifPresent(builder::endpointOverride);
        if (local) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
        }
        return builder.build();
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
