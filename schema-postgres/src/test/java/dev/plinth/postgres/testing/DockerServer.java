package dev.plinth.postgres.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A container with PostGIS. Testcontainers is loaded only when an engine answers, so without one this costs nothing. */
final class DockerServer {

    private static final String IMAGE = "postgis/postgis:15-3.4";
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private DockerServer() {}

    static ServerAttempt attempt() {
        if (!engineAnswers()) {
            return new ServerAttempt.Unavailable("no Docker engine answers");
        }
        try {
            return new ServerAttempt.Started(Container.start());
        } catch (RuntimeException e) {
            return new ServerAttempt.Unavailable("Docker could not start " + IMAGE + ": " + e.getMessage());
        }
    }

    private static boolean engineAnswers() {
        return System.getenv("DOCKER_HOST") != null || (Files.exists(SOCKET) && ping());
    }

    private static boolean ping() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(SOCKET));
            String request = "GET /_ping HTTP/1.0\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            return channel.read(ByteBuffer.allocate(16)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its own class, so that Testcontainers stays unloaded until it is used. */
    private static final class Container {

        // Testcontainers removes the container when the JVM ends.
        @SuppressWarnings("resource")
        static PostgresServer start() {
            var image = DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres");
            PostgreSQLContainer container = new PostgreSQLContainer(image).withCommand("postgres", "-c", "fsync=off");
            container.start();
            return UrlServer.describe(container.getHost(), container.getMappedPort(5432), container.getUsername(),
                    container.getPassword());
        }
    }
}
