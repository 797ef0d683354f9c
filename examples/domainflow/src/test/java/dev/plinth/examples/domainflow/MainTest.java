package dev.plinth.examples.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program on a real PostgreSQL with PostGIS and on DynamoDB Local, which has no point-in-time recovery. */
class MainTest {

    private static LocalDynamo dynamo;

    private TestDatabase database;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startDynamo() {
        dynamo = LocalDynamo.start();
    }

    @AfterAll
    static void stopDynamo() {
        dynamo.close();
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void planTellsEveryStatementAndRequestAndChangesNothing() {
        assertThat(run(both("eu-west-1"), "plan")).isEqualTo(2);

        assertThat(out()).contains("Plan for schema \"domainflow\"", "postgres (", "create     table tenants",
                "CREATE TABLE \"public\".\"tenants\"", "dynamodb (eu-west-1", "create     DynamoDB table Reports",
                "\"TableName\": \"Reports\"");
        assertThat(run(both("eu-west-1"), "plan")).isEqualTo(2);
        assertThat(err()).isEmpty();
    }

    @Test
    void applyCreatesBothHalvesAndThenFindsNothingToDo() {
        assertThat(run(both("eu-west-2"), "apply")).isZero();
        assertThat(out()).contains("29 done", "created    table image_evidence", "created    DynamoDB table QueryJobs",
                "skipped    point in time recovery Reports");

        assertThat(run(both("eu-west-2"), "apply")).isZero();
        assertThat(out()).contains("nothing to do").doesNotContain("created");
    }

    @Test
    void oneHalfIsDoneAloneWhereThatIsSaid() {
        assertThat(run(database.environment(), "apply", "--only", "postgres")).isZero();

        assertThat(out()).contains("25 done", "Note: no store was given for the 4 DynamoDB tables.")
                .doesNotContain("dynamodb (");
        assertThat(err()).contains("/25] create ").contains("\npostgres: finished in ");
        assertThat(run(database.environment(), "verify", "--only=postgres")).isZero();
        assertThat(out()).contains("as declared");
    }

    @Test
    void theOtherHalfIsDoneAloneWithAPrefix() {
        Map<String, String> environment = dynamo.environment("eu-west-3");

        assertThat(run(environment, "apply", "--only", "dynamodb", "--dynamodb-prefix", "stack-")).isZero();

        assertThat(out()).contains("4 done", "no store was given for the 7 PostgreSQL tables")
                .doesNotContain("postgres (");
        try (var client = dynamo.client("eu-west-3")) {
            assertThat(client.listTables().tableNames()).containsExactlyInAnyOrder("stack-Reports", "stack-Sessions",
                    "stack-Messages", "stack-QueryJobs");
        }
    }

    @Test
    void verifyTellsWhatDiffers() {
        run(database.environment(), "apply", "--only", "postgres");
        database.execute("ALTER TABLE teams ALTER team_name TYPE text; DROP INDEX idx_domains_tenant; "
                + "CREATE TABLE lunch ()");

        assertThat(run(database.environment(), "verify", "--only", "postgres")).isEqualTo(2);

        assertThat(out()).contains("DIFFERS    column teams.team_name: type", "MISSING    index idx_domains_tenant",
                "unmanaged  table lunch");
    }

    @Test
    void everyVerbOnStoresHasAFormForPrograms() throws IOException {
        assertThat(run(database.environment(), "plan", "--json", "--only=postgres")).isEqualTo(2);
        JsonNode plan = json();
        assertThat(plan.at("/exitCode").asInt()).isEqualTo(2);
        assertThat(plan.at("/stores/0/steps").size()).isEqualTo(25);

        assertThat(run(database.environment(), "--json", "apply", "--only=postgres")).isZero();
        assertThat(json().at("/stores/0/steps/0/status").asText()).isEqualTo("DONE");

        assertThat(run(database.environment(), "verify", "--json", "--only=postgres")).isZero();
        assertThat(json().at("/verb").asText()).isEqualTo("VERIFY");
    }

    @Test
    void aRefusedConnectionFailsAndTheOtherHalfIsDoneAllTheSame() {
        Map<String, String> environment = with(both("sa-east-1"), "PGPASSWORD", "correct-horse-battery");

        assertThat(run(environment, "apply")).isEqualTo(1);

        assertThat(err()).contains("domainflow: applying schema \"domainflow\" to postgres",
                "password authentication failed for user \"postgres\"");
        assertThat(out()).contains("created    DynamoDB table Reports");
        assertThat(out() + err()).doesNotContain("correct-horse-battery").doesNotContain("jdbc:");
        assertThat(run(environment, "plan")).isEqualTo(1);
        assertThat(run(environment, "verify", "--json")).isEqualTo(1);
        assertThat(out() + err()).doesNotContain("correct-horse-battery").doesNotContain("jdbc:");
    }

    private Map<String, String> both(String region) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(dynamo.environment(region));
        return environment;
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        return Main.JOB.environment(environment).output(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }
}
