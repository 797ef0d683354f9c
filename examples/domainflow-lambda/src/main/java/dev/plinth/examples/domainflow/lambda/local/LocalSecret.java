package dev.plinth.examples.domainflow.lambda.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.examples.domainflow.lambda.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Secrets Manager with one secret, whose text is the answer to every {@code GetSecretValue} of this JVM. */
record LocalSecret(byte[] answer) {

    /** The SDK's own, which comes before the environment. */
    private static final String ENDPOINT = "aws.endpointUrlSecretsManager";

    static void serve(String text) {
        LocalSecret secret = new LocalSecret(
                JsonText.of(Map.of("SecretString", text)).getBytes(StandardCharsets.UTF_8));
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", secret::answer);
            server.start();
            System.setProperty(ENDPOINT, "http://localhost:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
