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
        DynamoDbServiceClientConfiguration configuration = client.serviceClientConfiguration();
        String place = configuration.endpointOverride().map(Targets::address).orElse("");
        String tables = names.pattern().isEmpty() ? "" : ", tables " + names.pattern();
        return configuration.region() + place + tables;
    }

    private static String address(URI endpoint) {
        return " at " + endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }
}
