package dev.plinth.dynamo.internal.apply;

import dev.plinth.dynamo.TableNames;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;

/** Where a client goes, for people. */
final class Targets {

    private Targets() {}

    /** {@code eu-west-1 at localhost:8000, tables staging-*}: only what is set, and never the user part of an address. */
    static String of(DynamoDbClient client, TableNames names) {
        String tables = names.pattern().isEmpty() ? "" : ", tables " + names.pattern();
        return place(client) + tables;
    }

    private static String place(DynamoDbClient client) {
        try {
            DynamoDbServiceClientConfiguration configuration = client.serviceClientConfiguration();
            return configuration.region() + configuration.endpointOverride().map(Targets::address).orElse("");
        } catch (UnsupportedOperationException embedded) {
            // the embedded DynamoDB Local has no place
            return "embedded";
        }
    }

    private static String address(URI endpoint) {
        return " at " + endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }
}
