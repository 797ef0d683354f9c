package dev.plinth.job.internal.dynamo;

import dev.plinth.job.settings.Variables;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * How to reach DynamoDB, as far as the environment says it; what is empty is left to the SDK (profiles, the roles of
 * containers and instances).
 */
record DynamoSettings(Optional<URI> endpoint, Optional<String> region, Optional<AwsCredentials> credentials) {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

    /** Adds what cannot be used to the problems of the variables. */
    static DynamoSettings of(Variables variables) {
        Optional<URI> endpoint = variables.find(ENDPOINT).flatMap(text -> endpoint(variables, text));
        Optional<String> region = variables.findFirst("AWS_REGION", "AWS_DEFAULT_REGION");
        Optional<AwsCredentials> credentials = variables.find("AWS_ACCESS_KEY_ID").flatMap(id -> keys(variables, id));
        boolean local = endpoint.filter(uri -> "http".equals(uri.getScheme())).isPresent();
        return local
                ? new DynamoSettings(endpoint, region.or(() -> Optional.of("us-east-1")),
                        credentials.or(() -> ofAnybody(variables)))
                : new DynamoSettings(endpoint, region, credentials);
    }

    /** DynamoDB Local takes any credentials, but the SDK sends nothing without some. */
    private static Optional<AwsCredentials> ofAnybody(Variables variables) {
        return variables.find("AWS_PROFILE").isPresent()
                ? Optional.empty()
                : Optional.of(AwsBasicCredentials.create("local", "local"));
    }

    /** A region that the SDK finds by itself, in a profile or from the instance; one that nobody knows is a problem. */
    DynamoSettings withRegionOfSdk(Variables variables) {
        if (region.isPresent() || !variables.problems().isEmpty()) {
            return this;
        }
        try {
            String found = new DefaultAwsRegionProviderChain().getRegion().id();
            return new DynamoSettings(endpoint, Optional.of(found), credentials);
        } catch (SdkClientException e) {
            variables.problems().add("AWS_REGION is not set, and no AWS profile or role names a region; set it,"
                    + " or AWS_ENDPOINT_URL_DYNAMODB for a DynamoDB Local");
            return this;
        }
    }

    private static Optional<AwsCredentials> keys(Variables variables, String id) {
        return variables.secret("AWS_SECRET_ACCESS_KEY").map(secret -> variables.find("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret.strip(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret.strip())));
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
        variables.problems().add(ENDPOINT + " is \"" + text + "\"; write a URL like http://localhost:8000");
        return Optional.empty();
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "region " + region.orElse("unknown") + endpoint.map(uri -> ", endpoint " + uri).orElse("");
    }
}
