package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that finds nothing to do pays for no library that it does not use. */
class ClassLoadingTest {

    @TempDir
    private Path directory;

    @Test
    void loadsJooqOnlyWhenThereIsSomethingToRender() throws IOException, InterruptedException {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            List<String> building = loadedBy(database);
            List<String> findingNothing = loadedBy(database);

            assertThat(building).anyMatch(line -> line.contains(" org.jooq."));
            assertThat(findingNothing)
                    .anyMatch(line -> line.contains(" dev.plinth.diff.SqlDiff "))
                    .noneMatch(line -> line.contains(" org.jooq."))
                    .noneMatch(line -> line.contains(" dev.plinth.InitializerEvent$"))
                    .noneMatch(line -> line.contains(" dev.plinth.Work "))
                    .noneMatch(line -> line.contains(" com.fasterxml."));
        }
    }

    private List<String> loadedBy(TestDatabase database) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "classes", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + output,
                "-cp",
                System.getProperty("java.class.path"),
                QuietStart.class.getName(),
                database.jdbcUrl(),
                database.user());
        builder.environment().put("APPLICANT_PASSWORD", database.password());
        Process process = builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(output);
    }
}
