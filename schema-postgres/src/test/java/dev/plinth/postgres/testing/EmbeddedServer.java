package dev.plinth.postgres.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A server from the binaries of Maven Central. The jars of all versions hold a resource of the same name, so none of
 * them is on the class path; they lie in one folder a major version below {@code plinth.postgres.binaries}.
 */
final class EmbeddedServer {

    private EmbeddedServer() {}

    static ServerAttempt attempt(int major) {
        Path folder = Path.of(System.getProperty("plinth.postgres.binaries", "target/postgres-binaries"), "" + major);
        try {
            Optional<Path> jar = jarIn(folder);
            return jar.isPresent()
                    ? new ServerAttempt.Started(start(jar.get()))
                    : new ServerAttempt.Unavailable("no binaries of PostgreSQL " + major + " in " + folder);
        } catch (IOException | IllegalStateException e) {
            return new ServerAttempt.Unavailable("PostgreSQL " + major + " did not start: " + e.getMessage());
        }
    }

    // The builder registers a shutdown hook that stops the server and removes its data.
    @SuppressWarnings("resource")
    private static PostgresServer start(Path jar) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> archive(jar))
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "100")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        return UrlServer.describe("localhost", server.getPort(), "postgres", "postgres");
    }

    private static Optional<Path> jarIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst();
        }
    }

    private static InputStream archive(Path jar) throws IOException {
        JarFile file = new JarFile(jar.toFile());
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return new ArchiveStream(file, entry);
            }
        }
        file.close();
        throw new IOException(jar + " holds no .txz archive");
    }

    /** An entry that closes its jar. */
    private static final class ArchiveStream extends FilterInputStream {
        private final JarFile jar;

        ArchiveStream(JarFile jar, JarEntry entry) throws IOException {
            super(jar.getInputStream(entry));
            this.jar = jar;
        }

        @Override
        public void close() throws IOException {
            super.close();
            jar.close();
        }
    }
}
