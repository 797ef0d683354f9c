package dev.plinth.postgres.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * The servers that tests run on, one of each kind in a JVM, started when first asked for and ended with the JVM.
 *
 * <p>{@link #main()} is the first of: {@code PLINTH_TEST_DATABASE_URL} (a JDBC URL with user and password of a
 * superuser), Docker, a local installation with PostGIS, the embedded binaries. Where a server cannot be had the test is
 * skipped with the reasons; with {@code PLINTH_REQUIRE_DATABASES=true}, in the environment or as a system property, it
 * fails.
 *
 * <p>The system property {@code plinth.postgres.versions} lists the major versions of the embedded servers in
 * {@link #versions()} ({@code 14,18} by default).
 */
public final class PostgresServers {

    private static final Map<String, ServerAttempt> ATTEMPTS = new HashMap<>();

    private PostgresServers() {}

    /** The server that most tests use, with PostGIS unless only the embedded binaries are there. */
    public static PostgresServer main() {
        return available(findMain());
    }

    /** The server that most tests use, required to have PostGIS. */
    public static PostgresServer withPostgis() {
        ServerAttempt attempt = findMain();
        return available(attempt instanceof ServerAttempt.Started(PostgresServer server) && !server.postgis()
                ? new ServerAttempt.Unavailable(server + " has no PostGIS")
                : attempt);
    }

    /** The server that most tests use, required to come with its programs: {@code pg_dump} and {@code psql}. */
    public static PostgresServer withPrograms() {
        ServerAttempt attempt = findMain();
        return available(attempt instanceof ServerAttempt.Started(PostgresServer server) && server.bin() == null
                ? new ServerAttempt.Unavailable(server + " comes without pg_dump and psql")
                : attempt);
    }

    /** The programs of a local installation, for a test that needs servers of its own. */
    public static Path localInstallation() {
        return LocalInstallation.withPostgis().map(LocalInstallation::bin)
                .orElseGet(() -> unavailable("no local installation has PostGIS (/usr/lib/postgresql)"));
    }

    /** The embedded server of one major version, without PostGIS. */
    public static PostgresServer embedded(int major) {
        return available(findEmbedded(major));
    }

    /** The main server and the embedded ones: the parameters of a test that runs on each. */
    public static Stream<PostgresServer> versions() {
        return Stream.concat(Stream.of(main()), embeddedMajors().mapToObj(PostgresServers::embedded)).distinct();
    }

    /** What {@link #main()} is, or why there is none; for programs that are not tests. */
    public static ServerAttempt findMain() {
        return once("main", () -> ServerAttempt.firstOf(List.of(
                UrlServer::attempt, DockerServer::attempt, LocalCluster::attempt, PostgresServers::newestEmbedded)));
    }

    private static ServerAttempt newestEmbedded() {
        return findEmbedded(embeddedMajors().max().orElse(18));
    }

    private static ServerAttempt findEmbedded(int major) {
        return once("embedded " + major, () -> EmbeddedServer.attempt(major));
    }

    // Not computeIfAbsent: the main server may turn out to be an embedded one, which is an attempt inside an attempt.
    private static synchronized ServerAttempt once(String key, Supplier<ServerAttempt> attempt) {
        ServerAttempt known = ATTEMPTS.get(key);
        if (known == null) {
            known = attempt.get();
            ATTEMPTS.put(key, known);
        }
        return known;
    }

    private static IntStream embeddedMajors() {
        String majors = System.getProperty("plinth.postgres.versions", "14,18");
        return Arrays.stream(majors.split(",")).map(String::strip).filter(major -> !major.isEmpty())
                .mapToInt(Integer::parseInt);
    }

    private static PostgresServer available(ServerAttempt attempt) {
        return switch (attempt) {
            case ServerAttempt.Started(PostgresServer server) -> server;
            case ServerAttempt.Unavailable(String reason) -> unavailable(reason);
        };
    }

    private static <T> T unavailable(String reason) {
        String message = "NO POSTGRESQL FOR THIS TEST: " + reason;
        if (required()) {
            throw new AssertionError(message + " (PLINTH_REQUIRE_DATABASES is true)");
        }
        System.err.println(message);
        return Assumptions.abort(message);
    }

    private static boolean required() {
        String environment = System.getenv().getOrDefault("PLINTH_REQUIRE_DATABASES", "false");
        return Boolean.parseBoolean(System.getProperty("PLINTH_REQUIRE_DATABASES", environment));
    }
}
