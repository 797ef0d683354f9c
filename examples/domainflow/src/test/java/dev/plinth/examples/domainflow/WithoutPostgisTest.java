package dev.plinth.examples.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.job.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program on the embedded binaries, which have no PostGIS. */
class WithoutPostgisTest {

    private static LocalPostgres server;

    @BeforeAll
    static void startServer() throws IOException {
        server = LocalPostgres.embedded();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void theGeographyColumnAndItsIndexAreDeferredAndEverythingElseIsCreated() {
        try (TestDatabase database = TestDatabase.createOn(server)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            Job job = Main.JOB.environment(database.environment()).output(stream, stream);

            assertThat(job.run("apply", "--only", "postgres", "--defer-missing-extensions")).isEqualTo(3);

            List<String> deferred = out.toString(StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("  DEFERRED")).map(line -> line.substring(13)).toList();
            assertThat(deferred).containsExactly("extension postgis", "column incidents.location",
                    "index idx_incidents_location on incidents");
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("created    table incidents",
                    "created    trigger update_incidents_updated_at on incidents");

            out.reset();
            assertThat(job.run("apply", "--only", "postgres", "--defer-missing-extensions")).isEqualTo(3);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("DEFERRED").doesNotContain("created");
        }
    }
}
