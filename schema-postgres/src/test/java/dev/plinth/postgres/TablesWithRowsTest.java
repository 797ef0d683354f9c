package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DomainType;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On tables with rows: no long lock, nothing that the rows stand against, and repairs without a DROP. */
class TablesWithRowsTest {

    private static final Schema SCHEMA = schema(
            "people",
            table("teams", t -> t.column("id", integer()).primaryKey()),
            table("people", t -> {
                t.column("id", integer()).primaryKey();
                var name = t.column("name", text());
                t.column("team", integer()).references("teams");
                t.check("name_not_empty", "name <> ''");
                t.index("people_name").on(name).unique();
            }));

    private TestDatabase database;
    private SchemaInitializer initializer;

    @BeforeEach
    void createTablesWithoutAnythingElse() {
        database = PostgresServers.main().createDatabase();
        database.execute("CREATE TABLE teams (id integer PRIMARY KEY); INSERT INTO teams VALUES (1);"
                + "CREATE TABLE people (id integer PRIMARY KEY, name text, team integer);"
                + "INSERT INTO people VALUES (1, 'a', 1), (2, 'b', 1)");
        initializer = SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource()));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void addsConstraintsNotValidFirstAndBuildsIndexesConcurrently() {
        Plan plan = initializer.plan();

        assertThat(plan.steps().stream().map(Step::statements)).containsExactly(
                List.of(
                        "ALTER TABLE \"public\".\"people\" ADD CONSTRAINT \"name_not_empty\" CHECK (name <> '') NOT VALID",
                        "ALTER TABLE \"public\".\"people\" VALIDATE CONSTRAINT \"name_not_empty\""),
                List.of(
                        "ALTER TABLE \"public\".\"people\" ADD CONSTRAINT \"people_team_fkey\" FOREIGN KEY (\"team\")"
                                + " REFERENCES \"public\".\"teams\" (\"id\") NOT VALID",
                        "ALTER TABLE \"public\".\"people\" VALIDATE CONSTRAINT \"people_team_fkey\""),
                List.of("CREATE UNIQUE INDEX CONCURRENTLY \"people_name\" ON \"public\".\"people\" (\"name\")"));
        assertThat(initializer.apply().isComplete()).isTrue();
        assertThat(database.query("SELECT count(*) FROM pg_constraint WHERE NOT convalidated")).containsExactly("0");
        assertThat(initializer.plan().isEmpty()).isTrue();
    }

    @Test
    void blocksWhatTheRowsStandAgainstAndDoesTheRest() {
        database.execute("INSERT INTO people VALUES (3, 'a', 7), (4, '', 1)");

        Report report = initializer.apply();

        assertThat(report.steps(Step.Status.DONE)).isEmpty();
        assertThat(report.steps(Step.Status.BLOCKED).stream()
                .map(step -> step.change().subject().name() + ": " + step.detail()))
                .containsExactly(
                        "name_not_empty on people: rows do not meet the condition, for example the row at ctid (0,4);"
                                + " mend them, then apply again",
                        "people_team_fkey on people: rows point to no row of teams, for example 7; mend them, then apply"
                                + " again",
                        "people_name on people: rows repeat a key, for example a; mend them, then apply again");
        assertThat(report.exitCode()).isEqualTo(3);

        database.execute("DELETE FROM people WHERE id > 2");
        assertThat(initializer.apply().steps(Step.Status.DONE)).hasSize(3);
    }

    @Test
    void blocksANotNullColumnWithoutADefaultAndWhatNeedsIt() {
        Schema more = schema("people", table("people", t -> {
            t.column("id", integer()).primaryKey();
            var email = t.column("email", text()).notNull();
            t.index("people_email").on(email);
        }));

        Report report =
                SchemaInitializer.of(more).with(PostgresStore.of(database.dataSource())).apply();

        assertThat(report.steps(Step.Status.BLOCKED).stream()
                .map(step -> step.change().subject().name() + ": " + step.detail()))
                .containsExactly(
                        "people.email: the table has rows and the column is NOT NULL without a default; give it a default,"
                                + " or make it nullable, fill it, and let a migration set NOT NULL",
                        "people_email on people: needs column people.email, which is blocked");
    }

    /** Whether they have rows or not. */
    @Test
    void blocksAColumnWithValuesWhereAColumnElsewhereHasTheRowType() {
        database.execute(
                "CREATE TABLE kinds (id integer); CREATE TYPE pair AS (one kinds[]); CREATE TABLE users (pair pair);"
                        + "CREATE DOMAIN filled AS text CHECK (VALUE <> ''); CREATE DOMAIN any_text AS text");
        Schema more = schema("people",
                table("kinds", t -> {
                    t.column("id", integer());
                    t.column("key", uuid()).defaultTo(randomUuid());
                    t.column("one", integer()).defaultTo(literal(1));
                    t.column("serial", serial());
                    t.column("name", domain("filled", text(), d -> d.check("filled_check", "VALUE <> ''")));
                    t.column("new", domain("new", domain("base", text(), d -> d.notNull())));
                    t.column("any", domain("any_text", text()));
                    t.column("plain", integer());
                    t.column("none", text()).defaultTo(sql("NULL"));
                }),
                table("others", t -> t.column("id", integer())));

        Report report =
                SchemaInitializer.of(more).with(PostgresStore.of(database.dataSource())).apply();

        String reason =
                ": users.pair has the row type of the table, to which PostgreSQL then adds no column with a default,"
                        + " generated values or a domain that has conditions; add the column in a migration, without them at first";
        assertThat(report.steps(Step.Status.BLOCKED).stream()
                .map(step -> step.change().subject().name() + ": " + step.detail()))
                .containsExactly("kinds.key" + reason, "kinds.one" + reason, "kinds.serial" + reason,
                        "kinds.name" + reason, "kinds.new" + reason);
        assertThat(database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'kinds'::regclass AND attnum > 0"))
                .containsExactly("id", "any", "plain", "none");
        assertThat(database.query("SELECT to_regclass('others')")).containsExactly("others");
        for (String column : List.of("uuid DEFAULT gen_random_uuid()", "integer DEFAULT 1", "serial", "filled",
                "new")) {
            assertThatThrownBy(() -> database.execute("ALTER TABLE kinds ADD COLUMN x " + column))
                    .hasMessageContaining("because column \"users.pair\" uses its row type");
        }
    }

    /** The check comes before the column, which PostgreSQL then does not add. */
    @Test
    void blocksAColumnOfADomainThatGetsItsFirstCheckWhereAColumnElsewhereHasTheRowType() {
        database.execute("CREATE DOMAIN pos AS integer; CREATE DOMAIN more AS pos; CREATE TABLE kinds (id integer);"
                + " CREATE TABLE users (kinds kinds[]) PARTITION BY LIST (kinds)");
        DomainType pos = domain("pos", integer(), d -> d.check("positive", "VALUE > 0"));
        SchemaInitializer later = SchemaInitializer.of(schema("people", table("kinds", t -> {
            t.column("id", integer());
            t.column("one", pos);
            t.column("two", domain("more", pos));
        }))).with(PostgresStore.of(database.dataSource()));

        Report report = later.apply();

        String reason =
                ": users.kinds has the row type of the table, to which PostgreSQL then adds no column with a default,"
                        + " generated values or a domain that has conditions; add the column in a migration, without them at first";
        assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                .containsExactly(
                        "DONE constraint positive on pos",
                        "BLOCKED column kinds.one" + reason,
                        "BLOCKED column kinds.two" + reason);
    }

    /** Values that PostgreSQL cannot look at, for which the check never comes as it is declared. */
    @Test
    void addsAColumnOfADomainWhoseFirstCheckIsBlockedForGoodWhereAColumnElsewhereHasTheRowType() {
        database.execute("CREATE DOMAIN pos AS integer; CREATE TABLE kinds (id integer);"
                + " CREATE TABLE users (kinds kinds[]); CREATE TABLE baskets (items pos[])");
        DomainType pos = domain("pos", integer(), d -> d.check("positive", "VALUE > 0"));

        Report report = SchemaInitializer.of(schema("people", table("kinds", t -> {
            t.column("id", integer());
            t.column("one", pos);
        }))).with(PostgresStore.of(database.dataSource())).apply();

        assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                .containsExactly(
                        "DONE column kinds.one",
                        "BLOCKED constraint positive on pos: values of the domain are inside of another type in baskets.items,"
                                + " where PostgreSQL cannot check them; declare the check notValid()");
    }

    @Test
    void repairsAnInterruptedBuildWithoutDroppingIt() {
        initializer.apply();
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'people_name'::regclass");

        Report report = initializer.apply();

        assertThat(report.steps(Step.Status.DONE).stream().map(Step::statements))
                .containsExactly(List.of("REINDEX INDEX CONCURRENTLY \"public\".\"people_name\""));
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'people_name'::regclass"))
                .containsExactly("t");
    }

    @Test
    void leavesAnIndexToWhoeverIsBuildingIt() throws SQLException {
        initializer.apply();
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'people_name'::regclass");
        try (Connection builder = database.connect(); Statement statement = builder.createStatement()) {
            builder.setAutoCommit(false);
            statement.execute("LOCK TABLE people IN SHARE UPDATE EXCLUSIVE MODE");

            assertThat(initializer.apply().steps(Step.Status.BLOCKED)).singleElement().satisfies(step -> assertThat(
                    step.detail())
                    .matches("another session is at work on the table and may be building it, for example process"
                            + " [0-9]+; apply again when it is done"));
        }
        assertThat(initializer.apply().steps(Step.Status.DONE)).hasSize(1);
    }

    @Test
    void leavesAnInvalidIndexAloneThatCannotBeRepaired() {
        initializer.apply();
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'people_name'::regclass;"
                + "CREATE INDEX people_name_ccnew ON people (name)");

        Report report = initializer.apply();

        assertThat(report.steps(Step.Status.BLOCKED).getFirst().detail())
                .isEqualTo("an earlier rebuild left an index behind that a person has to remove, for example"
                        + " DROP INDEX CONCURRENTLY public.people_name_ccnew; mend them, then apply again");
    }

    @Test
    void validatesAConstraintThatAnInterruptedApplyLeftUnproved() {
        initializer.apply();
        database.execute("UPDATE pg_constraint SET convalidated = false WHERE conname = 'people_team_fkey'");

        Report report = initializer.apply();

        assertThat(report.steps(Step.Status.DONE).stream().map(Step::statements))
                .containsExactly(List.of("ALTER TABLE \"public\".\"people\" VALIDATE CONSTRAINT \"people_team_fkey\""));
        assertThat(initializer.plan().isEmpty()).isTrue();
    }
}
