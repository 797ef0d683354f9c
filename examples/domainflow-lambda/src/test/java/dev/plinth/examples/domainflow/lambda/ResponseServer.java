package dev.plinth.examples.domainflow.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The bucket that a ResponseURL leads to: it takes a PUT with an empty content type, and refuses any other as S3 does. */
final class ResponseServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures;
    private final int status;

    /** Answers the first requests with a status of failure, and the others with success. */
    ResponseServer(int failures, int status) throws IOException {
        this.failures = new AtomicInteger(failures);
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort()
                + "/bucket/response?X-Amz-Signature=secret-signature";
    }

    /** What was taken. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status(exchange, body), -1);
        }
    }

    private int status(HttpExchange exchange, String body) {
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean signed = "PUT".equals(exchange.getRequestMethod())
                && (contentType == null || contentType.isEmpty())
                && exchange.getRequestURI().getQuery().contains("X-Amz-Signature");
        if (!signed) {
            return 403;
        }
        if (failures.getAndDecrement() > 0) {
            return status;
        }
        bodies.add(body);
        return 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
