package dev.plinth.examples.domainflow.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Secrets Manager as far as GetSecretValue. A secret is a list of texts: each read takes the next one, the last one stays.
 */
record SecretsServer(String endpoint, Map<String, List<String>> secrets, Map<String, AtomicInteger> reads) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static SecretsServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SecretsServer secrets = new SecretsServer(
                    "http://localhost:" + server.getAddress().getPort(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
            server.createContext("/", secrets::answer);
            server.start();
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the ARN. */
    String put(String name, String... texts) {
        String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:" + name;
        secrets.put(arn, List.of(texts));
        reads.put(arn, new AtomicInteger());
        return arn;
    }

    int reads(String arn) {
        return reads.get(arn).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String arn = MAPPER.readTree(exchange.getRequestBody()).path("SecretId").asText();
            if (!"secretsmanager.GetSecretValue".equals(target)) {
                send(exchange, 400, Map.of("__type", "InvalidAction", "Message", String.valueOf(target)));
            } else if (arn.endsWith("forbidden")) {
                send(exchange, 400, Map.of("__type", "AccessDeniedException", "Message", "not authorized"));
            } else if (!secrets.containsKey(arn)) {
                send(exchange, 400,
                        Map.of("__type", "ResourceNotFoundException", "Message", "Secrets Manager can't find it"));
            } else {
                List<String> texts = secrets.get(arn);
                int read = reads.get(arn).getAndIncrement();
                send(exchange, 200, value(arn, texts.get(Math.min(read, texts.size() - 1))));
            }
        }
    }

    private static Map<String, String> value(String arn, String text) {
        return text.equals("binary") ? Map.of("ARN", arn, "SecretBinary", "AAEC")
                : Map.of("ARN", arn, "SecretString", text);
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
