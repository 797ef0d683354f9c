package dev.plinth.examples.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program without any store. */
class UsageTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void scriptsAndRequestsAreWhatTheyWere() throws IOException {
        assertThat(run("render", "--only", "postgres")).isZero();
        String script = out();
        assertThat(run("render", "--only", "dynamodb", "--dynamodb-prefix", "stack-")).isZero();
        String requests = out();
        assertThat(run("render", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/sql").asText()).isEqualTo(script);
        assertThat(run("render", "--json", "--only", "dynamodb")).isZero();

        Snapshot.in(Path.of("src/test/snapshots/output"))
                .file("ddl.sql", script)
                .file("plain.sql", PostgresDdl.plain(), DomainFlow.SCHEMA)
                .file("requests-of-stack.txt", requests)
                .file("requests.json", out())
                .verify();
        assertThat(err()).isEmpty();
    }

    @Test
    void theSchemaNeedNotBeNamed() {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("domainflow VERB [options]").doesNotContain("--schema");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.JOB.environment(Map.of()).output(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
