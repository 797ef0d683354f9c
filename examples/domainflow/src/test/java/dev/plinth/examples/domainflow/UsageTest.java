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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program without any store. */
class UsageTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void scriptsAndRequestsAreWhatTheyWere() throws IOException {
        assertThat(run(Map.of(), "ddl")).isZero();
        String script = out();
        assertThat(run(Map.of(), "ddl", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/script").asText()).isEqualTo(script);
        assertThat(run(Map.of("TABLE_PREFIX", "stack-"), "requests")).isZero();
        String requests = out();
        assertThat(run(Map.of(), "requests", "--json")).isZero();

        Snapshot.in(Path.of("src/test/snapshots/output"))
                .file("ddl.sql", script)
                .file("plain.sql", PostgresDdl.plain(), DomainFlow.SCHEMA)
                .file("requests-of-stack.txt", requests)
                .file("requests.json", out())
                .verify();
        assertThat(err()).isEmpty();
    }

    @Test
    void withoutAVerbItNamesTheCommandThatHasTheServers() {
        assertThat(run(Map.of())).isEqualTo(64);

        assertThat(out()).isEmpty();
        assertThat(err()).contains("these embedded servers are not in this jar", "./mvnw -q -Pdemo",
                "plan, apply, verify, ddl or requests");
    }

    @Test
    void helpGoesToTheOutput() {
        assertThat(run(Map.of(), "--help")).isZero();
        String help = out();
        assertThat(run(Map.of(), "help")).isZero();

        assertThat(out()).isEqualTo(help).contains("plan", "apply", "verify", "ddl", "requests", "DB_SSL_ROOT_CERT",
                "Exit codes");
    }

    @Test
    void whatIsNotUnderstoodIsRepeated() {
        assertThat(run(Map.of(), "aply")).isEqualTo(64);
        assertThat(err())
                .isEqualTo("domainflow: \"aply\" is not understood; write one verb (plan, apply, verify, ddl or "
                        + "requests) and perhaps --json, or --help\n");
        assertThat(run(Map.of(), "plan", "apply")).isEqualTo(64);
        assertThat(run(Map.of(), "plan", "--jsn")).isEqualTo(64);
    }

    @Test
    void withoutAnySettingItSaysWhichThereAre() {
        assertThat(run(Map.of("DB_HOST", " ", "DB_PORT", "5432"), "apply")).isEqualTo(64);

        assertThat(err())
                .isEqualTo("No store is configured. Set DB_HOST, DB_NAME, DB_USER and DB_PASSWORD for PostgreSQL, "
                        + "DYNAMODB_ENDPOINT or AWS_REGION for DynamoDB, or all of them.\n");
    }

    @Test
    void everyMissingAndInvalidSettingIsToldAtOnce() {
        Map<String, String> environment = Map.of("DB_USER", "deployer", "DB_PORT", "99999", "DB_SSL_MODE", "on",
                "DB_SSL_ROOT_CERT", "/no/such/bundle.pem", "DYNAMODB_ENDPOINT", "localhost:8000", "AWS_REGION",
                "eu-central-1", "TABLE_PREFIX", "my stack");

        assertThat(run(environment, "plan")).isEqualTo(64);

        assertThat(err()).isEqualTo("""
                DB_SSL_MODE is "on"; write one of disable, allow, prefer, require, verify-ca, verify-full
                DB_HOST is not set; it is the host name of the database
                DB_PORT is "99999"; write a number from 1 to 65535
                DB_NAME is not set; it is the name of the database
                DB_PASSWORD is not set; it is the password of that role; empty where the server asks for none
                DB_SSL_ROOT_CERT is "/no/such/bundle.pem", which is not a file that can be read; \
                write the path of a PEM file, for Amazon RDS its certificate bundle
                DYNAMODB_ENDPOINT is "localhost:8000"; write a URL like http://localhost:8000
                TABLE_PREFIX is "my stack"; a table name has letters, digits, underscores, dots and hyphens only
                """);
    }

    @Test
    void theServersCertificateIsCheckedUnlessItIsSaidOtherwise() {
        assertThat(Settings
                .of(Map.of("DB_HOST", "h", "DB_NAME", "n", "DB_USER", "u", "DB_PASSWORD", "", "DB_SSL_ROOT_CERT",
                        "pom.xml"))
                .database().orElseThrow().sslMode()).isEqualTo("verify-full");
    }

    @Test
    void aPasswordIsNotPartOfWhatIsPrinted() {
        DatabaseSettings settings = Settings.of(Map.of("DB_HOST", "h", "DB_NAME", "n", "DB_USER", "u", "DB_PASSWORD",
                "hidden", "DB_SSL_MODE", "require")).database().orElseThrow();

        assertThat(settings.password()).isEqualTo("hidden");
        assertThat(settings).hasToString("u@h:5432/n");
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        return new Main(environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
