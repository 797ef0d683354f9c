package dev.plinth.examples.domainflow;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local in this JVM, in memory. It keeps tables apart by region: {@link #environment} names one. */
record LocalDynamo(URI endpoint, DynamoDBProxyServer server) implements AutoCloseable {

    static LocalDynamo start() {
        PrintStream out = System.out;
        try {
            // It prints its settings, whatever the log level.
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            int port = LocalPostgres.freePort();
            String[] arguments = {"-inMemory", "-port", String.valueOf(port), "-disableTelemetry"};
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments);
            server.start();
            return new LocalDynamo(URI.create("http://localhost:" + port), server);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        } finally {
            System.setOut(out);
        }
    }

    /** The environment in which {@link Main} works on it. */
    Map<String, String> environment(String region) {
        return Map.of("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString(), "AWS_REGION", region);
    }

    /** A client that sees the tables which {@link Main} makes. */
    DynamoDbClient client(String region) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
