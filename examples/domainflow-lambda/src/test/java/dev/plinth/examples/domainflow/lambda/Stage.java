package dev.plinth.examples.domainflow.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.examples.domainflow.lambda.local.LocalRunner;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.json.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Everything that the packaged function meets: PostgreSQL over TLS, DynamoDB, Secrets Manager; one of each for the JVM. A stage
 * is one database with one secret, and tables of its own.
 */
record Stage(String database, String password, String arn, Map<String, String> environment) {

    static final String BY_HAND = "{}";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");
    private static final Path FUNCTION = Path.of("target/function").toAbsolutePath();

    private static final class Servers {
        private static final TlsPostgres POSTGRES = TlsPostgres.start();
        private static final LocalDynamo DYNAMO = LocalDynamo.start();
        private static final SecretsServer SECRETS = SecretsServer.start();
    }

    /** The classes of one run that creates everything, so that all others start faster. */
    private static final class Archive {
        private static final Path FILE = write();

        private static Path write() {
            Path file = Path.of("target/function-tests.jsa").toAbsolutePath();
            Invocation invocation = empty().run(OnEventHandler.class, BY_HAND, "600",
                    List.of("-XX:ArchiveClassesAtExit=" + file));
            if (invocation.exitCode() != 0) {
                throw new IllegalStateException(invocation.payload() + invocation.log());
            }
            return file;
        }
    }

    /** What an invocation returned and logged. */
    record Invocation(int exitCode, String payload, String log) {}

    static TlsPostgres postgres() {
        return Servers.POSTGRES;
    }

    static SecretsServer secrets() {
        return Servers.SECRETS;
    }

    /** An empty database; skipped, or failed when databases are required, where no installation has PostGIS. */
    static Stage empty() {
        requirePostgres();
        String password = "correct-horse-" + Long.toHexString(System.nanoTime());
        String database = postgres().createDatabase(password);
        String arn = secrets().put(database, secret(database, password));
        Map<String, String> environment = new HashMap<>();
        environment.put("DB_SECRET_ARN", arn);
        environment.put("DB_HOST", "localhost");
        environment.put("DB_PORT", String.valueOf(postgres().port()));
        environment.put("DB_NAME", database);
        environment.put("DB_SSL_ROOT_CERT", postgres().directory().resolve("ca.pem").toString());
        environment.put("TABLE_PREFIX", "stage-");
        environment.put("LAMBDA_TASK_ROOT", FUNCTION.toString());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", database.replace("_", ""));
        environment.put("AWS_SECRET_ACCESS_KEY", "only-for-tests");
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets().endpoint());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", Servers.DYNAMO.endpoint());
        return new Stage(database, password, arn, environment);
    }

    private static void requirePostgres() {
        if (TlsPostgres.installationWithPostgis().isEmpty()) {
            String reason =
                    "NO POSTGRESQL WITH POSTGIS FOR THIS TEST: no local installation has it (/usr/lib/postgresql)";
            if (Boolean.parseBoolean(System.getenv("PLINTH_REQUIRE_DATABASES"))) {
                throw new AssertionError(reason + " (PLINTH_REQUIRE_DATABASES is true)");
            }
            System.err.println(reason);
            Assumptions.abort(reason);
        }
    }

    static String secret(String user, String password) {
        return MAPPER.createObjectNode().put("username", user).put("password", password).toString();
    }

    /** The same with one variable changed, or taken away where the value is empty. */
    Stage with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        if (value.isEmpty()) {
            changed.remove(variable);
        } else {
            changed.put(variable, value);
        }
        return new Stage(database, password, arn, changed);
    }

    Invocation byHand() {
        return invoke(OnEventHandler.class, BY_HAND, "600");
    }

    /** Runs a handler of the packaged function in a JVM of its own, as {@code LocalRunner} does. */
    Invocation invoke(Class<?> handler, String event, String timeout, String... jvmOptions) {
        List<String> options = new ArrayList<>(List.of(jvmOptions));
        options.add("-XX:SharedArchiveFile=" + Archive.FILE);
        return run(handler, event, timeout, options);
    }

    private Invocation run(Class<?> handler, String event, String timeout, List<String> jvmOptions) {
        try {
            Path directory = Files.createTempDirectory("invocation");
            Path file = Files.writeString(directory.resolve("event.json"), event);
            List<String> options = new ArrayList<>(FAST_START);
            options.addAll(jvmOptions);
            ProcessBuilder builder = new ProcessBuilder(command(handler, file, timeout, options))
                    .redirectError(directory.resolve("log").toFile());
            setEnvironment(builder);
            Process process = builder.start();
            String payload = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Invocation(process.waitFor(), payload, Files.readString(directory.resolve("log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> command(Class<?> handler, Path event, String timeout, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", FUNCTION + "/lib/*", LocalRunner.class.getName()));
        command.addAll(List.of("--event", event.toString(), "--handler", handler.getName(), "--timeout", timeout));
        return command;
    }

    void setEnvironment(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("DB_"));
        builder.environment().putAll(environment);
    }

    /** What is the same in every run: indented, without times, names of this run and traces. */
    String normal(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            tree.findParents("durationMillis").forEach(node -> ((ObjectNode) node).put("durationMillis", 0));
            tree.findParents("DurationMillis").forEach(node -> ((ObjectNode) node).put("DurationMillis", "0"));
            tree.findParents("stackTrace").forEach(node -> ((ObjectNode) node).remove("stackTrace"));
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree)
                    .replace(database, "DATABASE")
                    .replace(postgres().directory().toString(), "DIRECTORY")
                    .replace(FUNCTION.toString(), "FUNCTION")
                    .replace(Fingerprint.of(DomainFlow.SCHEMA), "FINGERPRINT")
                    .replace(":" + postgres().port() + "/", ":PORT/")
                    .replaceAll("(localhost|127\\.0\\.0\\.1):[0-9]{2,}", "$1:PORT")
                    .replaceAll("PostgreSQL [0-9.]+( \\([^)]*\\))?", "PostgreSQL VERSION") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
