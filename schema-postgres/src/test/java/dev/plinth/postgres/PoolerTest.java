package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ApplyException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.TransactionPooler;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pooler that gives each transaction another session: transactions are at home there, what needs a session is not. */
class PoolerTest {

    private static final Schema SCHEMA = schema(
            "people",
            table("people", t -> {
                t.column("id", integer()).primaryKey();
                var name = t.column("name", text());
                t.check("name_not_empty", "name <> ''");
                t.index("people_name").on(name);
            }),
            table("teams", t -> t.column("id", integer()).primaryKey()));

    private static final String NEEDS_A_SESSION =
            "a pooler between here and the server gives each statement another session,"
                    + " and this needs one to itself; connect to the server itself, or by way of a pool that keeps the session"
                    + " (pool_mode = session in PgBouncer)";

    private TestDatabase database;

    @BeforeEach
    void createATableWithARow() {
        database = PostgresServers.main().createDatabase();
        database.execute("CREATE TABLE people (id integer PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'a')");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void whatNeedsNoSessionIsMade() {
        database.execute("DELETE FROM people");

        Report report = apply(sql -> true);

        assertThat(report.isComplete()).isTrue();
        assertThat(lines(apply(sql -> true))).isEmpty();
    }

    @Test
    void whatNeedsASessionFailsBeforeAnythingIsSetInOne() {
        Report report = apply(sql -> true);

        assertThat(lines(report)).containsExactlyInAnyOrder(
                "DONE teams: ",
                "FAILED name_not_empty on people: " + NEEDS_A_SESSION,
                "FAILED people_name on people: " + NEEDS_A_SESSION);
    }

    @Test
    void whatIsLeftFailsFromTheStatementOnThatMeetsAnotherSession() {
        Report report = apply(sql -> sql.contains("VALIDATE CONSTRAINT"));

        assertThat(lines(report)).containsExactlyInAnyOrder(
                "DONE teams: ", "DONE name_not_empty on people: ", "FAILED people_name on people: " + NEEDS_A_SESSION);
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname = 'people_name'")).containsExactly("0");
    }

    @Test
    void theServerItselfMakesTheRest() {
        apply(sql -> true);

        Report report =
                SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource())).apply();

        assertThat(lines(report)).containsExactlyInAnyOrder("DONE name_not_empty on people: ",
                "DONE people_name on people: ");
    }

    private Report apply(Predicate<String> busyFrom) {
        try {
            return SchemaInitializer.of(SCHEMA)
                    .with(PostgresStore.of(TransactionPooler.of(database.dataSource(), busyFrom)))
                    .apply();
        } catch (ApplyException e) {
            return e.report();
        }
    }

    private static Stream<String> lines(Report report) {
        return report.stores().getFirst().steps().stream()
                .map(step -> step.status() + " " + step.change().subject().name() + ": " + step.detail());
    }
}
