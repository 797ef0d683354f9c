package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.RunFinished;
import dev.plinth.InitializerEvent.RunStarted;
import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.StoreStarted;
import dev.plinth.InitializerEvent.Waiting;
import dev.plinth.InitializerEvent.WaitingForLock;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.InitializerListener;
import dev.plinth.SchemaInitializer;
import dev.plinth.Work;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener hears of an apply, whole. */
class ListenerTest {

    private static final Schema NOTES = schema("notes", table("notes", t -> {
        t.column("id", bigint()).primaryKey();
        var words = t.column("words", text());
        t.index("notes_words_idx").on(words);
    }));

    private final List<String> heard = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServers.main().createDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private SchemaInitializer initializer() {
        return SchemaInitializer.of(NOTES)
                .with(PostgresStore.of(database.dataSource()))
                .listener(event -> heard.add(line(event)));
    }

    @Test
    void stepsThatShareATransactionAreToldOfTogether() {
        initializer().apply();

        assertThat(heard).containsExactly(
                "run started: APPLY",
                "postgres started",
                "plan: table notes, index notes_words_idx on notes",
                "plan: table notes, index notes_words_idx on notes",
                "started 1 of 2: table notes, index notes_words_idx on notes; 2 statements",
                "1 of 2: DONE",
                "postgres finished: 2 steps",
                "run finished");
    }

    @Test
    void whereNothingIsMissingThereIsAnEmptyPlan() {
        initializer().apply();
        heard.clear();

        initializer().apply();

        assertThat(heard).containsExactly(
                "run started: APPLY", "postgres started", "plan: ", "postgres finished: 0 steps", "run finished");
    }

    @Test
    void anIndexOnATableWithRowsIsWorkOfItsOwn() {
        database.execute("CREATE TABLE notes (id bigint PRIMARY KEY, words text); INSERT INTO notes VALUES (1, 'one')");

        initializer().apply();

        assertThat(heard).containsExactly(
                "run started: APPLY",
                "postgres started",
                "plan: index notes_words_idx on notes",
                "plan: index notes_words_idx on notes",
                "started 1 of 1: index notes_words_idx on notes; 1 statements",
                "1 of 1: DONE",
                "postgres finished: 1 steps",
                "run finished");
    }

    @Test
    void aHeldLockIsToldOfWithEachTry() throws SQLException {
        try (Connection other = database.connect(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1886154356, 1)");

            initializer().deadline(Duration.ofSeconds(1)).apply();
        }

        assertThat(heard).startsWith(
                "run started: APPLY",
                "postgres started",
                "plan: table notes, index notes_words_idx on notes",
                "another applier holds the lock");
        assertThat(heard).endsWith("another applier holds the lock", "postgres finished: 2 steps", "run finished");
    }

    @Test
    void aRefusedStatementIsToldOfTwiceAsTheSecondTryFindsOutWhichItWas() {
        Schema wrong = schema("wrong", table("notes", t -> {
            var words = t.column("words", text());
            t.check("notes_words_check", "no_such_function(words)");
            t.index("notes_words_idx").on(words);
        }));
        SchemaInitializer initializer = SchemaInitializer.of(wrong)
                .with(PostgresStore.of(database.dataSource()))
                .listener(event -> heard.add(line(event)));

        assertThatThrownBy(initializer::apply).isInstanceOf(ApplyException.class);

        String refusal = "function no_such_function(text) does not exist (SQLSTATE 42883)";
        assertThat(heard).containsExactly(
                "run started: APPLY",
                "postgres started",
                "plan: table notes, index notes_words_idx on notes",
                "plan: table notes, index notes_words_idx on notes",
                "started 1 of 2: table notes, index notes_words_idx on notes; 2 statements",
                "1 of 2: UNDONE " + refusal,
                "again: " + refusal,
                "plan: table notes, index notes_words_idx on notes",
                "started 1 of 2: table notes, index notes_words_idx on notes; 2 statements",
                "1 of 2: FAILED table notes: " + refusal,
                "postgres finished: 2 steps",
                "run finished");
    }

    @Test
    void aListenerThatKeepsThrowingIsWarnedOfOnce() {
        AtomicInteger calls = new AtomicInteger();
        InitializerListener broken = new InitializerListener() {
            @Override
            public void on(InitializerEvent event) {
                calls.incrementAndGet();
                throw new IllegalStateException("no metrics today");
            }
        };
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            initializer().listener(broken).apply();
        } finally {
            System.setErr(err);
        }

        assertThat(calls).hasValue(8);
        assertThat(heard).hasSize(8);
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("WARN"))).containsExactly(
                "[" + Thread.currentThread().getName() + "] WARN dev.plinth.SchemaInitializer - the listener "
                        + broken.getClass().getName() + " threw java.lang.IllegalStateException at RunStarted; the run"
                        + " went on");
    }

    private static String line(InitializerEvent event) {
        return switch (event) {
            case RunStarted started -> "run started: " + started.verb();
            case StoreStarted started -> started.store() + " started";
            case PlanComputed plan -> "plan: "
                    + String.join(", ", plan.steps().stream().map(step -> step.describe()).toList());
            case WaitingForLock waiting -> waiting.holder();
            case WorkStarted(Work work) -> "started " + work.number() + " of " + work.total() + ": "
                    + String.join(", ", work.steps().stream().map(step -> step.describe()).toList()) + "; "
                    + work.statements().size() + " statements";
            case WorkDone(Work work, Duration time, Work.Outcome outcome, String message) -> work.number() + " of "
                    + work.total() + ": " + (message.isEmpty() ? outcome : outcome + " " + message);
            case Waiting waiting -> waiting.reason();
            case Retry retry -> "again: " + retry.reason();
            case StoreFinished finished -> finished.report().store() + " finished: "
                    + finished.report().steps().size() + " steps";
            case RunFinished finished -> "run finished";
        };
    }
}
