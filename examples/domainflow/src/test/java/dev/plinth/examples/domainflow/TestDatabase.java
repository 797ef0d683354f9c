package dev.plinth.examples.domainflow;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;

/** A database of one test on a server with PostGIS, one server for the JVM. */
record TestDatabase(LocalPostgres server, String name) implements AutoCloseable {

    private static final List<String> NOISE = List.of("--", "\\restrict", "\\unrestrict", "SET ", "SELECT pg_catalog.",
            "COMMENT ON EXTENSION ");

    private static final class Server {
        private static final LocalPostgres WITH_POSTGIS = LocalPostgres.start();
    }

    /** An empty database; where no local installation has PostGIS the test is skipped, or fails when databases are required. */
    static TestDatabase create() {
        if (LocalPostgres.installationWithPostgis().isEmpty()) {
            String reason =
                    "NO POSTGRESQL WITH POSTGIS FOR THIS TEST: no local installation has it (/usr/lib/postgresql)";
            if (Boolean.parseBoolean(System.getenv("PLINTH_REQUIRE_DATABASES"))) {
                throw new AssertionError(reason + " (PLINTH_REQUIRE_DATABASES is true)");
            }
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return createOn(Server.WITH_POSTGIS);
    }

    static TestDatabase createOn(LocalPostgres server) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase database = new TestDatabase(server, name);
        database.executeIn("postgres", "CREATE DATABASE " + name + " TEMPLATE template0");
        return database;
    }

    /** A database with the same content; nothing may be connected to this one meanwhile. */
    TestDatabase copy() {
        TestDatabase copy = new TestDatabase(server, "test_" + UUID.randomUUID().toString().replace("-", ""));
        copy.executeIn("postgres", "CREATE DATABASE " + copy.name + " TEMPLATE " + name);
        return copy;
    }

    Map<String, String> environment() {
        return server.environment(name);
    }

    Connection connect() throws SQLException {
        return server.connect(name);
    }

    void execute(String sql) {
        executeIn(name, sql);
    }

    /** {@code pg_dump --schema-only} without comments, settings and blank lines. */
    String dump() {
        Path program = server.bin().orElseThrow().resolve("pg_dump");
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString(), "--schema-only", "--no-owner",
                    "--host=127.0.0.1", "--port=" + server.port(), "--username=postgres", name)
                    .directory(new File("/")).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("PGPASSWORD", server.password());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pg_dump failed");
            }
            return output.lines().filter(line -> !line.isBlank() && NOISE.stream().noneMatch(line::startsWith))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("pg_dump did not run", e);
        }
    }

    /** As {@link #dump()}, the lines of each CREATE TABLE sorted: a column that was added lands last. */
    String sortedDump() {
        StringBuilder sorted = new StringBuilder();
        List<String> columns = new ArrayList<>();
        for (String line : dump().lines().toList()) {
            if (line.startsWith("    ")) {
                columns.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
            } else {
                columns.stream().sorted().forEach(column -> sorted.append(column).append('\n'));
                columns.clear();
                sorted.append(line).append('\n');
            }
        }
        return sorted.toString();
    }

    @Override
    public void close() {
        executeIn("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void executeIn(String database, String sql) {
        try (Connection connection = server.connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }
}
