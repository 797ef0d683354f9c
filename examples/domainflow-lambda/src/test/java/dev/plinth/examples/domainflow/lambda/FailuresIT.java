package dev.plinth.examples.domainflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the packaged function says when it cannot do its work; each answer is whole in {@code src/test/snapshots}. */
class FailuresIT {

    private static final Path SNAPSHOTS = Path.of("src/test/snapshots");

    @Test
    void settingsThatAreMissingOrWrongAreToldAtOnce() {
        Stage stage = Stage.empty();
        Stage bare = stage.with("DB_SECRET_ARN", "").with("DB_HOST", "").with("DB_NAME", "").with("AWS_REGION", "")
                .with("AWS_ENDPOINT_URL_DYNAMODB", "").with("DB_SSL_ROOT_CERT", "")
                .with("LAMBDA_TASK_ROOT", "/no/such");
        Stage wrong = stage.with("DB_PORT", "70000").with("DB_SSL_MODE", "on").with("DB_SSL_ROOT_CERT", "/no/such.pem")
                .with("TABLE_PREFIX", "my stack").with("FAIL_ON", "DRIFT, SLOWNESS");
        verify("settings", stage, Map.of(
                "missing.json", bare.byHand(),
                "wrong.json", wrong.byHand(),
                "no-object.json", stage.invoke(OnEventHandler.class, "[]", "60"),
                "no-such-request.json",
                stage.invoke(OnEventHandler.class, "{\"RequestType\":\"Replace\"}", "60"),
                "is-complete-by-hand.json", stage.invoke(IsCompleteHandler.class, "{}", "60"),
                "no-response-url.json",
                stage.invoke(ServiceTokenHandler.class, "{\"RequestType\":\"Create\"}", "60")));
    }

    @Test
    void aSecretThatCannotBeUsed() {
        Stage stage = Stage.empty();
        // What DynamoDB lacks is created in any case, by the first of these.
        assertThat(stage.byHand().exitCode()).isZero();
        Map<String, Stage.Invocation> answers = new LinkedHashMap<>();
        answers.put("none.json", stage.with("DB_SECRET_ARN", stage.arn() + "-gone").byHand());
        answers.put("forbidden.json", stage.with("DB_SECRET_ARN", stage.arn() + "-forbidden").byHand());
        Map.of("no-json", "swordfish", "binary", "binary", "no-password", "{\"username\":\"app\"}", "array",
                "[\"swordfish\"]", "no-username", "{\"password\":\"swordfish\",\"username\":\"\"}", "json-and-more",
                "{\"username\":\"app\",\"password\":\"swordfish\"} swordfish")
                .forEach((name, text) -> answers.put(
                        name + ".json",
                        stage.with("DB_SECRET_ARN", Stage.secrets().put(stage.database() + "-" + name, text))
                                .byHand()));
        answers.values().forEach(answer -> assertThat(answer.payload() + answer.log()).doesNotContain("swordfish"));
        verify("secret", stage, answers);
    }

    @Test
    void aDatabaseThatIsNotThereOrNotTheOneMeant() throws IOException {
        Stage stage = Stage.empty();
        // What DynamoDB lacks is created in any case, by the first of these.
        assertThat(stage.byHand().exitCode()).isZero();
        Map<String, Stage.Invocation> answers = new LinkedHashMap<>(Map.of(
                "down.json", stage.with("DB_PORT", "1").byHand(),
                "no-such-host.json", stage.with("DB_HOST", "no-such-host.invalid").byHand(),
                "no-such-database.json", stage.with("DB_NAME", "nowhere").byHand(),
                "host-name-not-in-the-certificate.json", stage.with("DB_HOST", "127.0.0.1").byHand(),
                "another-authority.json",
                stage.with("DB_SSL_ROOT_CERT", Stage.postgres().directory().resolve("other.pem").toString()).byHand(),
                // The real certificates of Amazon RDS come with the package, and do not know this server.
                "bundle-of-the-package.json", stage.with("DB_SSL_ROOT_CERT", "").byHand()));
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            answers.put("silent.json", stage.with("DB_PORT", String.valueOf(silent.getLocalPort())).byHand());
        }
        verify("database", stage, answers);
    }

    @Test
    void aWrongPasswordIsTriedOnceAndTheSecretReadOnceMore() {
        Stage stage = Stage.empty();
        String arn = Stage.secrets().put(stage.database() + "-wrong", Stage.secret(stage.database(), "tuna"));

        Stage.Invocation invocation = stage.with("DB_SECRET_ARN", arn).byHand();

        assertThat(Stage.postgres().logged("password authentication failed for user \"" + stage.database() + "\""))
                .isEqualTo(1);
        assertThat(Stage.secrets().reads(arn)).isEqualTo(2);
        assertThat(invocation.payload() + invocation.log()).doesNotContain("tuna");
        verify("password", stage, Map.of("wrong.json", invocation));
    }

    @Test
    void aPasswordThatWasReplacedInBetweenIsReadAgain() {
        Stage stage = Stage.empty();
        String arn = Stage.secrets().put(stage.database() + "-rotated", Stage.secret(stage.database(), "yesterday"),
                Stage.secret(stage.database(), stage.password()));

        Stage.Invocation invocation = stage.with("DB_SECRET_ARN", arn).byHand();

        assertThat(invocation.exitCode()).as(invocation.payload()).isZero();
        assertThat(stage.normal(invocation.payload())).contains("\"complete\" : true");
        assertThat(Stage.postgres().logged("password authentication failed for user \"" + stage.database() + "\""))
                .isEqualTo(1);
        assertThat(Stage.secrets().reads(arn)).isEqualTo(2);
    }

    @Test
    void twoWrongPasswordsAreTwoTries() {
        Stage stage = Stage.empty();
        String arn = Stage.secrets().put(stage.database() + "-twice", Stage.secret(stage.database(), "yesterday"),
                Stage.secret(stage.database(), "tomorrow"));

        Stage.Invocation invocation = stage.with("DB_SECRET_ARN", arn).byHand();

        assertThat(Stage.postgres().logged("password authentication failed for user \"" + stage.database() + "\""))
                .isEqualTo(2);
        assertThat(Stage.secrets().reads(arn)).isEqualTo(2);
        assertThat(invocation.payload() + invocation.log()).doesNotContain("yesterday", "tomorrow");
        verify("password-twice", stage, Map.of("wrong.json", invocation));
    }

    private static void verify(String name, Stage stage, Map<String, Stage.Invocation> invocations) {
        Map<String, String> answers = new LinkedHashMap<>();
        invocations.forEach((file, invocation) -> {
            assertThat(invocation.exitCode()).as(file).isEqualTo(1);
            assertThat(invocation.payload() + invocation.log()).as(file).doesNotContain(stage.password())
                    .doesNotContain("jdbc:");
            answers.put(file, stage.normal(invocation.payload()));
        });
        Snapshot.in(SNAPSHOTS.resolve(name)).files(answers).verify();
    }
}
