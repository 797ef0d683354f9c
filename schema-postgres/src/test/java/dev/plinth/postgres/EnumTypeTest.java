package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumTypeTest extends KindAcceptance {

    private static final EnumType STATUS = enumType("status", "open", "in progress", "it's done", "", "C:\\");

    private static final EnumType MOOD = namespace("Feelings").enumType("Mood", "sad", "ok", "happy");

    private static final EnumType UNUSED = enumType("unused", "one");

    @Override
    Schema declared() {
        return schema(
                "enums",
                table("tickets", t -> {
                    t.column("id", integer()).primaryKey();
                    var status = t.column("status", STATUS).notNull().defaultTo(literal("it's done"));
                    t.column("history", arrayOf(STATUS));
                    t.column("mood", MOOD).defaultTo(literal("ok"));
                    t.check("not_empty", "status <> ''");
                    t.index(status).where("status = 'open'");
                }),
                UNUSED);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Feelings";
                CREATE TYPE status AS ENUM ('open', 'in progress', 'it''s done', '', 'C:\\');
                CREATE TYPE "Feelings"."Mood" AS ENUM ('sad', 'ok', 'happy');
                CREATE TYPE unused AS ENUM ('one');
                CREATE TABLE tickets (
                    id integer PRIMARY KEY,
                    status status NOT NULL DEFAULT 'it''s done',
                    history status[],
                    mood "Feelings"."Mood" DEFAULT 'ok',
                    CONSTRAINT not_empty CHECK (status <> ''));
                CREATE INDEX tickets_status_idx ON tickets (status) WHERE status = 'open';
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE tickets",
                "DROP TABLE tickets; DROP TYPE status",
                "DROP TYPE unused",
                "ALTER TABLE tickets DROP COLUMN mood; DROP SCHEMA \"Feelings\" CASCADE",
                "ALTER TABLE tickets DROP COLUMN mood",
                "DROP TABLE tickets; DROP TYPE status; CREATE TYPE status AS ENUM ('in progress')",
                "DROP TABLE tickets; DROP TYPE status; CREATE TYPE status AS ENUM ()",
                "DROP TABLE tickets; DROP TYPE status; CREATE TYPE status AS ENUM ('', 'C:\\')",
                "DROP TABLE tickets; DROP TYPE status; CREATE TYPE status AS ENUM ('open', 'C:\\')");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("ALTER TYPE unused ADD VALUE 'two'",
                        "enum type unused: labels: schema says ('one'), store has ('one', 'two')"),
                Change.of("DROP TYPE unused; CREATE TYPE unused AS ENUM ('zero', 'one')",
                        "enum type unused: labels: schema says ('one'), store has ('zero', 'one')"),
                Change.of("ALTER TABLE tickets ALTER mood DROP DEFAULT, ALTER mood TYPE text;"
                        + " DROP TYPE \"Feelings\".\"Mood\";"
                        + " CREATE TYPE \"Feelings\".\"Mood\" AS ENUM ('ok', 'sad', 'happy')",
                        "enum type Feelings.Mood: labels: schema says ('sad', 'ok', 'happy'), store has ('ok', 'sad',"
                                + " 'happy')",
                        "column tickets.mood: type: schema says Feelings.Mood, store has text",
                        "column tickets.mood: default: schema says 'ok', store has nothing"),
                Change.of("DROP TYPE unused; CREATE TYPE unused AS ENUM ('One')",
                        "enum type unused: labels: schema says ('one'), store has ('One')",
                        "label 'one' on unused: name: schema says 'one', store has 'One'; nothing is created under that"
                                + " name; rename one of the two"),
                Change.of("DROP TYPE unused; CREATE DOMAIN unused AS text",
                        "enum type unused: name: schema says an enum type, store has a domain; nothing is created under"
                                + " that name; rename one of the two"),
                Change.of("DROP TYPE unused; CREATE VIEW unused AS SELECT 1 AS id",
                        "enum type unused: name: schema says an enum type, store has a view; nothing is created under"
                                + " that name; rename one of the two"),
                Change.of("ALTER TABLE tickets ALTER mood SET DEFAULT 'sad'",
                        "column tickets.mood: default: schema says 'ok', store has 'sad'::\"Feelings\".\"Mood\""),
                Change.of("ALTER TABLE tickets ALTER history TYPE text[]",
                        "column tickets.history: type: schema says status[], store has text[]"));
    }

    @Test
    void aLabelIsAddedInItsPlaceAndUsedOnlyWhenItIsCommitted() {
        EnumType longer = enumType("status", "new", "open", "in progress", "stopped", "closed");
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TYPE status AS ENUM ('open', 'in progress');"
                    + "CREATE TABLE tickets (id integer PRIMARY KEY); INSERT INTO tickets VALUES (1)");

            Report report = SchemaInitializer.of(schema("labels", table("tickets", t -> {
                t.column("id", integer()).primaryKey();
                var status = t.column("status", longer).notNull().defaultTo(literal("new"));
                t.check("status_check", "status <> 'stopped'");
                t.index("tickets_closed").on(status).where("status = 'closed'");
            }))).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .startsWith(
                            "ALTER TYPE \"public\".\"status\" ADD VALUE 'new' BEFORE 'open'",
                            "ALTER TYPE \"public\".\"status\" ADD VALUE 'stopped' AFTER 'in progress'",
                            "ALTER TYPE \"public\".\"status\" ADD VALUE 'closed' AFTER 'stopped'",
                            "ALTER TABLE \"public\".\"tickets\" ADD COLUMN \"status\" \"public\".\"status\""
                                    + " DEFAULT 'new' NOT NULL");
            assertThat(report.isComplete()).isTrue();
            assertThat(database.query("SELECT enum_range(NULL::status)"))
                    .containsExactly("{new,open,\"in progress\",stopped,closed}");
        }
    }

    @Test
    void aLabelThatCannotBeAddedHoldsBackTheColumnThatDefaultsToIt() {
        EnumType status = enumType("status", "Open", "closed");
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TYPE status AS ENUM ('open', 'closed'); CREATE TABLE tickets (id integer)");

            Report report = SchemaInitializer.of(schema("labels", table("tickets", t -> {
                t.column("id", integer());
                t.column("status", status).defaultTo(literal("Open"));
                t.column("last", status);
            }))).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.BLOCKED).stream()
                    .map(step -> step.change().subject().display() + ": " + step.detail()))
                    .containsExactly(
                            "label 'Open' on status: there is a label 'open'",
                            "column tickets.status: needs label 'Open' on status, which is blocked");
            assertThat(report.steps(Step.Status.DONE)).hasSize(1);
            assertThat(report.stores().getFirst().drift().stream().map(Drift::kind))
                    .containsExactly(Drift.Kind.DIFFERENT, Drift.Kind.CONFLICT);
        }
    }
}
