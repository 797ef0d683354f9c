package dev.plinth.examples.benchmarks.dynamo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local in a process of its own, over HTTP on the loopback. Every access key sees tables of its own. */
final class LocalServer implements AutoCloseable {

    private static final int SECONDS_TO_START = 120;

    private final Process process;
    private final URI endpoint;

    private LocalServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static LocalServer start() throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-classpath",
                System.getProperty("java.class.path"),
                ServerRunner.class.getName(),
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        LocalServer server = new LocalServer(process, URI.create("http://localhost:" + port));
        server.awaitStart(port);
        return server;
    }

    /** A client of its own for an account: letters and digits. */
    DynamoDbClient client(String account, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(all -> {
                    for (ExecutionInterceptor interceptor : interceptors) {
                        all.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitStart(int port) throws InterruptedException {
        for (int tries = 0; tries < SECONDS_TO_START * 10; tries++) {
            if (answers(port)) {
                return;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("DynamoDB Local ended with " + process.exitValue());
            }
        }
        close();
        throw new IllegalStateException("DynamoDB Local did not answer within " + SECONDS_TO_START + " seconds");
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
