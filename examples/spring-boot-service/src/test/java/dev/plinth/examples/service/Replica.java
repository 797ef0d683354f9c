package dev.plinth.examples.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own. Its connections have its name, so that the server can be asked about it. */
record Replica(String name, Process process, Path output) {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    static Replica start(String name, String url, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), ServiceApplication.class.getName(), "--server.port=0",
                // The test holds a lock for as long as it needs, and no replica is to give way in between.
                "--plinth.postgres.lock-timeout=10m", "--plinth.deadline=10m"));
        Path output = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SPRING_DATASOURCE_URL", url + "&ApplicationName=" + name);
        builder.environment().put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "2");
        return new Replica(name, builder.start(), output);
    }

    String log() throws IOException {
        return Files.readString(output);
    }

    /** SIGKILL: nothing in the process gets to say or to undo anything. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** What the service answers, once it answers. */
    String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port() + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private int port() throws IOException, InterruptedException {
        while (true) {
            Matcher line = PORT.matcher(log());
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended:\n" + log());
            }
            Thread.sleep(50);
        }
    }
}
