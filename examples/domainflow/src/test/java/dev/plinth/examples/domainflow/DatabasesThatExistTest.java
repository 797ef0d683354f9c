package dev.plinth.examples.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Finding;
import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema against databases that its documentation describes: new ones, and those made before Plinth. */
class DatabasesThatExistTest {

    private static final Schema SCHEMA = DomainFlow.SCHEMA.onlySql();

    private TestDatabase database;

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
    void anEmptyDatabaseBecomesWhatThePageSays() throws Exception {
        Report report = apply();

        assertThat(report.findings()).isEmpty();
        String dump = database.dump();
        Snapshot.in(Path.of("src/test/snapshots/dump")).file("domainflow.sql", dump).verify();
        try (TestDatabase handWritten = TestDatabase.create()) {
            handWritten.execute(handWritten());
            assertThat(dump).isEqualTo(handWritten.dump());
        }
    }

    @Test
    void theScriptsBuildTheSameAndTheOneForSecondRunsCanBeRunTwice() throws Exception {
        database.execute(PostgresDdl.plain().render(SCHEMA));
        assertComplete(plan());
        String dump = database.dump();

        database.execute(PostgresDdl.rerunnable().render(SCHEMA));
        assertThat(database.dump()).isEqualTo(dump);
        try (TestDatabase other = TestDatabase.create()) {
            other.execute(PostgresDdl.rerunnable().render(SCHEMA));
            assertThat(other.dump()).isEqualTo(dump);
        }
    }

    @Test
    void aHandWrittenDatabaseIsComplete() throws Exception {
        database.execute(handWritten());

        assertComplete(plan());
        assertThat(verify().findings()).isEmpty();
    }

    @ParameterizedTest(name = "body indented by {0}, the lines between BEGIN and END by {1} more")
    @ValueSource(strings = {"            |    ", "            |", "\t|\t"})
    void aDatabaseOfThePythonScriptLacksOneForeignKey(String indentation) throws Exception {
        database.execute(byPython(indentation.split("\\|", -1)[0], indentation.split("\\|", -1)[1]));

        Plan plan = plan();
        assertThat(steps(plan)).containsExactly("constraint incidents_created_by_fkey on incidents");
        assertThat(plan.stores().getFirst().drift()).isEmpty();

        apply();
        assertComplete(plan());
    }

    @Test
    void anOlderOneLacksThree() throws Exception {
        database.execute(byPython("            ", "    "));
        database.execute("ALTER TABLE incidents DROP CONSTRAINT incidents_tenant_id_fkey; "
                + "ALTER TABLE image_evidence DROP CONSTRAINT image_evidence_tenant_id_fkey");

        Plan plan = plan();
        assertThat(steps(plan)).containsExactlyInAnyOrder("constraint incidents_tenant_id_fkey on incidents",
                "constraint incidents_created_by_fkey on incidents",
                "constraint image_evidence_tenant_id_fkey on image_evidence");
        assertThat(plan.stores().getFirst().drift()).isEmpty();

        apply();
        assertComplete(plan());
    }

    @Test
    void aDatabaseMadeWhereThereWasNoPostgisGetsTheRest() throws Exception {
        database.execute(handWritten().lines()
                .filter(line -> !line.contains("postgis") && !line.contains("location"))
                .collect(Collectors.joining("\n")));

        assertThat(steps(plan())).containsExactly("extension postgis", "column incidents.location",
                "index idx_incidents_location on incidents");
        apply();
        assertComplete(plan());
    }

    @Test
    void aTableInUseGetsItsTriggerBackFromTheProgramAndFromNobodyWhoDidNotSaySo() throws Exception {
        database.execute(handWritten());
        String whole = database.dump();
        database.execute("INSERT INTO tenants (tenant_name) VALUES ('Acme');"
                + " DROP TRIGGER update_tenants_updated_at ON tenants");

        assertThat(apply().findings()).containsExactly(Finding.BLOCKED);
        assertThat(Main.JOB.environment(database.environment()).run("apply", "--only", "postgres", "--quiet")).isZero();
        assertThat(database.dump()).isEqualTo(whole);
    }

    private static String handWritten() throws IOException {
        try (var file = DatabasesThatExistTest.class.getResourceAsStream("/hand-written.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As the Python script made it: no foreign key on incidents.created_by, and the function's body indented. */
    private static String byPython(String outer, String inner) throws IOException {
        String sql = handWritten();
        int incidents = sql.indexOf("CREATE TABLE IF NOT EXISTS incidents");
        String changed = sql.substring(0, incidents)
                + sql.substring(incidents).replaceFirst("(created_by UUID NOT NULL) REFERENCES users\\(id\\)", "$1");
        for (String line : List.of("BEGIN", "    NEW.updated_at = NOW();", "    RETURN NEW;", "END;")) {
            String indented = outer + (line.startsWith(" ") ? inner : "") + line.strip();
            changed = changed.replace("\n" + line + "\n", "\n" + indented + "\n");
        }
        assertThat(changed).contains("\n" + outer + inner + "RETURN NEW;\n").isNotEqualTo(sql);
        return changed;
    }

    private Report apply() throws SQLException {
        try (Connection connection = database.connect()) {
            return initializer(connection).apply();
        }
    }

    private Report verify() throws SQLException {
        try (Connection connection = database.connect()) {
            return initializer(connection).verify();
        }
    }

    private Plan plan() throws SQLException {
        try (Connection connection = database.connect()) {
            return initializer(connection).plan();
        }
    }

    private static SchemaInitializer initializer(Connection connection) {
        return SchemaInitializer.of(SCHEMA).with(PostgresStore.of(connection));
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream().map(step -> step.change().subject().display()).toList();
    }

    private static void assertComplete(Plan plan) {
        assertThat(steps(plan)).isEmpty();
        assertThat(plan.stores().getFirst().drift()).isEmpty();
    }
}
