package dev.plinth.examples.domainflow.lambda;

import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A pre-signed URL of S3, where CloudFormation waits for an answer. It is as good as a credential for as long as it is valid,
 * so no message has it.
 */
final class ResponseUrl {

    private static final int TRIES = 5;
    private static final int MILLIS_TO_CONNECT = 3_000;
    private static final int MILLIS_TO_READ = 5_000;
    private static final int FIRST_PAUSE_MILLIS = 200;

    private final URI uri;

    private ResponseUrl(URI uri) {
        this.uri = uri;
    }

    static ResponseUrl of(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return new ResponseUrl(uri);
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new UsageException(List.of("ResponseURL is no URL that begins with https://"));
    }

    /**
     * Sends the answer, again where the service failed or was not reached.
     *
     * @throws IOException when it could not be sent; Lambda then calls the function once more
     */
    void put(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String problem = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            pause(attempt);
            try {
                int status = put(body);
                if (status < 300) {
                    return;
                }
                problem = "it answered " + status;
                if (status < 500) {
                    break;
                }
            } catch (IOException e) {
                problem = e.getClass().getSimpleName();
            }
        }
        throw new IOException(
                "CloudFormation was not told the outcome: " + uri.getHost() + " did not take it, " + problem
                        + "; in a VPC the function needs a route to Amazon S3, a gateway endpoint or a NAT gateway");
    }

    private int put(byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setConnectTimeout(MILLIS_TO_CONNECT);
        connection.setReadTimeout(MILLIS_TO_READ);
        connection.setFixedLengthStreamingMode(body.length);
        // Signed is an empty content type; any other is refused.
        connection.setRequestProperty("Content-Type", "");
        try (OutputStream output = connection.getOutputStream()) {
            output.write(body);
        }
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(attempt == 0 ? 0 : (long) FIRST_PAUSE_MILLIS << attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("CloudFormation was not told the outcome: interrupted", e);
        }
    }
}
