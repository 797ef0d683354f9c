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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
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

    private static final String LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'";

    private static final String SETTINGS =
            "SELECT current_setting('search_path') || ' ' || current_setting('statement_timeout')";

    private static final List<String> AS_BEFORE = List.of("\"$user\", public 0", "\"$user\", public 0");

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
    void whatNeedsNoSessionIsMade() throws SQLException {
        database.execute("DELETE FROM people");
        try (TransactionPooler pooler = TransactionPooler.before(database, sql -> true)) {
            assertThat(apply(pooler.dataSource()).isComplete()).isTrue();
            assertThat(lines(apply(pooler.dataSource()))).isEmpty();
        }
    }

    @Test
    void whatNeedsASessionFailsBeforeAnythingIsSetOrLockedInOne() throws SQLException {
        try (TransactionPooler pooler = TransactionPooler.before(database, sql -> true)) {
            assertThat(lines(apply(pooler.dataSource()))).containsExactlyInAnyOrder(
                    "DONE teams: ",
                    "FAILED name_not_empty on people: " + NEEDS_A_SESSION,
                    "FAILED people_name on people: " + NEEDS_A_SESSION);
            assertThat(database.query(LOCKS)).containsExactly("0");
            assertThat(pooler.inEach(SETTINGS)).isEqualTo(AS_BEFORE);
            assertThat(lines(apply(database.dataSource())))
                    .containsExactlyInAnyOrder("DONE name_not_empty on people: ", "DONE people_name on people: ");
        }
    }

    @Test
    void whatIsLeftFailsFromTheStatementOnThatMeetsAnotherSession() throws SQLException {
        AtomicBoolean areOthersAtWork = new AtomicBoolean();
        Predicate<String> behindTheFirst = sql -> areOthersAtWork.getAndSet(
                areOthersAtWork.get() || sql.contains("VALIDATE CONSTRAINT"));
        try (TransactionPooler pooler = TransactionPooler.before(database, behindTheFirst)) {
            assertThat(lines(apply(pooler.dataSource()))).containsExactlyInAnyOrder(
                    "DONE teams: ",
                    "FAILED name_not_empty on people: it is made, perhaps with the settings of another: "
                            + NEEDS_A_SESSION,
                    "DONE people_name on people: ");
            assertThat(database.query(LOCKS)).containsExactly("0");
            assertThat(pooler.inEach(SETTINGS)).isEqualTo(AS_BEFORE);
        }
    }

    /** Which had the lock is not met again. */
    @Test
    void aLockThatIsLeftIsNamed() throws SQLException {
        try (TransactionPooler pooler = TransactionPooler.before(database, once("set_config('search_path'", "false"))) {
            Report report = apply(pooler.dataSource());

            assertThat(lines(report)).containsExactlyInAnyOrder(
                    "DONE teams: ",
                    "FAILED name_not_empty on people: " + NEEDS_A_SESSION,
                    "FAILED people_name on people: " + NEEDS_A_SESSION);
            assertThat(report.stores().getFirst().failures()).last().asString().matches(
                    "a pooler between here and the server keeps the session of process \\d+ for others, with settings and the"
                            + " advisory lock 1886154356, 2 of this one: let it reconnect \\(RECONNECT in PgBouncer\\), or other"
                            + " appliers wait for it");
            assertThat(database.query(LOCKS)).containsExactly("1");
            assertThat(pooler.inEach(SETTINGS)).isEqualTo(AS_BEFORE);
        }
        assertThat(lines(apply(database.dataSource())))
                .containsExactlyInAnyOrder("DONE name_not_empty on people: ", "DONE people_name on people: ");
    }

    @Test
    void whatIsMadeInAnotherSessionIsNotTakenForWhole() throws SQLException {
        try (TransactionPooler pooler = TransactionPooler.before(database, once("CREATE INDEX CONCURRENTLY", ""))) {
            assertThat(lines(apply(pooler.dataSource()))).contains(
                    "DONE name_not_empty on people: ",
                    "FAILED people_name on people: it is made, perhaps with the settings of another: "
                            + NEEDS_A_SESSION);
        }
    }

    private static Predicate<String> once(String text, String other) {
        AtomicBoolean isOver = new AtomicBoolean();
        return sql -> sql.contains(text) && sql.contains(other) && !isOver.getAndSet(true);
    }

    private static Report apply(DataSource database) {
        try {
            return SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database)).apply();
        } catch (ApplyException e) {
            return e.report();
        }
    }

    private static Stream<String> lines(Report report) {
        return report.stores().getFirst().steps().stream()
                .map(step -> step.status() + " " + step.change().subject().name() + ": " + step.detail());
    }
}
