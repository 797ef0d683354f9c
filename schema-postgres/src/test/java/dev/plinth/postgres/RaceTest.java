package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.text.ReportText;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many appliers at one moment: all succeed, and the result is that of one. */
class RaceTest {

    @OnEachServer
    void sixteenAppliersInFourProcessesAllSucceed(PostgresServer server, @TempDir Path directory)
            throws IOException, InterruptedException {
        try (TestDatabase byHand = server.createDatabase(); TestDatabase database = server.createDatabase()) {
            byHand.execute(Shop.SQL);
            List<Process> processes = new ArrayList<>();
            List<Path> outputs = new ArrayList<>();
            for (int process = 0; process < 4; process++) {
                outputs.add(directory.resolve("output-" + process));
                processes.add(start(database, outputs.getLast()));
            }
            for (int process = 0; process < 4; process++) {
                assertThat(processes.get(process).waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(processes.get(process).exitValue())
                        .as(Files.readString(outputs.get(process)))
                        .isZero();
            }
            assertThat(database.description()).isEqualTo(byHand.description());
        }
    }

    private static Process start(TestDatabase database, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Applicant.class.getName(),
                database.jdbcUrl(),
                database.user(),
                "4");
        builder.environment().put("APPLICANT_PASSWORD", database.password());
        return builder.redirectErrorStream(true).redirectOutput(Redirect.to(output.toFile())).start();
    }

    @Test
    void somebodyWhoTakesNoLockIsNoFailure() throws InterruptedException {
        PostgresServer server = PostgresServers.main();
        for (int round = 0; round < 15; round++) {
            try (TestDatabase database = server.createDatabase()) {
                Thread other = Thread.ofPlatform().start(() -> createWithoutLock(database));
                SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(database.dataSource())).apply();
                other.join();
                Report report = SchemaInitializer.of(Shop.SCHEMA)
                        .with(PostgresStore.of(database.dataSource()))
                        .verify();
                assertThat(report.isComplete()).as(ReportText.of(report)).isTrue();
            }
        }
    }

    /** One of the two has to give way; whichever it is, the other one's work is the same. */
    private static void createWithoutLock(TestDatabase database) {
        for (String statement : Shop.SQL.split(";\n(?=CREATE)")) {
            try {
                database.execute(statement);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("exists");
            }
        }
    }
}
