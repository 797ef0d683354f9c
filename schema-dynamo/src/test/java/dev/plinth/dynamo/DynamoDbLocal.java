package dev.plinth.dynamo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local on a free port, one for the JVM. The tables of one access key are invisible to every other: a test that
 * wants an empty account takes a new name.
 */
public final class DynamoDbLocal {

    /** The secret of every client; no message may ever have it. */
    public static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLESECRET";

    private static final class Holder {
        private static final URI ENDPOINT = start();
    }

    private DynamoDbLocal() {}

    /** Where it listens. */
    public static URI endpoint() {
        return Holder.ENDPOINT;
    }

    /** A client of its own for an account: letters and digits. */
    public static DynamoDbClient client(String account, ExecutionInterceptor... interceptors) {
        return client(endpoint(), account, interceptors);
    }

    /** The same for a server that another process started. */
    public static DynamoDbClient client(URI endpoint, String account, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, SECRET)))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(all -> {
                    for (ExecutionInterceptor interceptor : interceptors) {
                        all.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }

    private static URI start() {
        int port = freePort();
        String[] arguments = {"-inMemory", "-port", String.valueOf(port), "-disableTelemetry"};
        try {
            DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments);
            server.start();
            return URI.create("http://localhost:" + port);
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDB Local does not start", failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
