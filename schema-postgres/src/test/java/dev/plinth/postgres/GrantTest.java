package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.EXECUTE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.USAGE;
import static dev.plinth.dsl.SchemaDsl.alterDefaultPrivilegesIn;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.grantAll;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles belong to the server, so these are some that every PostgreSQL has. */
class GrantTest extends KindAcceptance {

    private static final Namespace APP = namespace("App");
    private static final EnumType STATUS = APP.enumType("status", "open");
    private static final Table USERS = APP.table("users", t -> {
        t.column("id", serial()).primaryKey();
        t.column("email", text());
        t.column("name", text());
    });
    private static final View EMAILS = APP.view("emails", "SELECT id, email FROM \"App\".users");
    private static final MaterializedView COUNTED =
            APP.materializedView("counted", "SELECT count(*) AS n FROM \"App\".emails");
    private static final Function NEXT = APP.function("next", f -> {
        f.argument("s", STATUS);
        f.returns(integer()).language("sql").body("SELECT 1");
    });

    @Override
    Schema declared() {
        return schema(
                "grants",
                USERS,
                EMAILS,
                COUNTED,
                NEXT,
                STATUS,
                grant(USAGE).on(APP).to("pg_monitor", "pg_signal_backend"),
                grant(SELECT, INSERT).on(USERS).to("pg_monitor").exclusively(),
                grant(SELECT, UPDATE).on(USERS, "email", "name").to("pg_signal_backend"),
                grantAll().on(USERS).to("pg_read_all_stats").withGrantOption(),
                grant(USAGE).onSequence(APP.named("users_id_seq")).to("pg_monitor"),
                grant(SELECT).on(EMAILS).to("pg_monitor").exclusively(),
                grant(UPDATE).on(EMAILS, "email").to("pg_signal_backend"),
                grantAll().on(COUNTED).to("pg_read_all_stats"),
                grant(EXECUTE).on(NEXT).to("pg_monitor"),
                grant(USAGE).on(STATUS).to("pg_monitor"),
                alterDefaultPrivilegesIn(APP).grant(SELECT).onTables().to("pg_monitor"),
                alterDefaultPrivilegesIn(APP).forRole("pg_monitor").grantAll().onSequences().toPublic());
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE TYPE "App".status AS ENUM ('open');
                CREATE FUNCTION "App".next(s "App".status) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE TABLE "App".users (id serial PRIMARY KEY, email text, name text);
                CREATE VIEW "App".emails AS SELECT id, email FROM "App".users;
                CREATE MATERIALIZED VIEW "App".counted AS SELECT count(*) AS n FROM "App".emails;
                GRANT USAGE ON SCHEMA "App" TO pg_monitor, pg_signal_backend;
                GRANT SELECT, INSERT ON "App".users TO pg_monitor;
                GRANT SELECT (email, name), UPDATE (email, name) ON "App".users TO pg_signal_backend;
                GRANT ALL ON "App".users TO pg_read_all_stats WITH GRANT OPTION;
                GRANT USAGE ON SEQUENCE "App".users_id_seq TO pg_monitor;
                GRANT SELECT ON "App".emails TO pg_monitor;
                GRANT UPDATE (email) ON "App".emails TO pg_signal_backend;
                GRANT ALL ON "App".counted TO pg_read_all_stats;
                GRANT EXECUTE ON FUNCTION "App".next("App".status) TO pg_monitor;
                GRANT USAGE ON TYPE "App".status TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA "App" GRANT SELECT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA "App" GRANT ALL ON SEQUENCES TO PUBLIC;
                """;
    }

    @Override
    List<String> removals() {
        return List.of("DROP TABLE \"App\".users CASCADE; DROP FUNCTION \"App\".next(\"App\".status);"
                + "ALTER DEFAULT PRIVILEGES IN SCHEMA \"App\" REVOKE SELECT ON TABLES FROM pg_monitor;"
                + "ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA \"App\" REVOKE USAGE ON SEQUENCES FROM PUBLIC");
    }

    @Override
    List<Change> changes() {
        return List.of(Change.of(
                "GRANT DELETE, TRUNCATE ON \"App\".users TO PUBLIC; GRANT INSERT (name) ON \"App\".users TO"
                        + " pg_monitor; GRANT SELECT ON \"App\".users TO pg_monitor WITH GRANT OPTION;"
                        + " GRANT CREATE ON SCHEMA \"App\" TO pg_monitor; GRANT DELETE ON \"App\".emails TO PUBLIC;"
                        + " GRANT SELECT ON \"App\".counted TO PUBLIC",
                "privileges on table App.users: exclusive grants: store has SELECT to pg_monitor WITH GRANT OPTION, which the schema"
                        + " does not declare",
                "privileges on table App.users: exclusive grants: store has DELETE to PUBLIC, which the schema does not declare",
                "privileges on table App.users: exclusive grants: store has TRUNCATE to PUBLIC, which the schema does not declare",
                "privileges on view App.emails: exclusive grants: store has DELETE to PUBLIC, which the schema does not declare",
                "privileges on table App.users: exclusive grants: store has INSERT (name) to pg_monitor, which the schema does not"
                        + " declare"));
    }

    @Test
    void onWhatIsThereAlreadyItIsGuardedAndSaysWhoMayDoWhat() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(plainSql());
            database.execute(
                    "REVOKE INSERT ON \"App\".users FROM pg_monitor; REVOKE UPDATE (name) ON \"App\".users FROM"
                            + " pg_signal_backend; REVOKE GRANT OPTION FOR TRUNCATE ON \"App\".users FROM pg_read_all_stats;"
                            + " REVOKE USAGE ON SCHEMA \"App\" FROM pg_signal_backend;"
                            + " REVOKE EXECUTE ON FUNCTION \"App\".next(\"App\".status) FROM pg_monitor;"
                            + " REVOKE USAGE ON TYPE \"App\".status FROM pg_monitor;"
                            + " REVOKE USAGE ON SEQUENCE \"App\".users_id_seq FROM pg_monitor;"
                            + " REVOKE SELECT ON \"App\".emails FROM pg_monitor;"
                            + " REVOKE ALL ON \"App\".counted FROM pg_read_all_stats");
            PostgresStore store = PostgresStore.of(database.dataSource());

            Report held = apply(declared(), store);
            Report allowed = apply(declared(), store.allow(GuardedAddition.GRANT));

            assertThat(held.steps(Step.Status.DONE)).isEmpty();
            assertThat(held.steps(Step.Status.BLOCKED)).hasSize(9).allMatch(step -> step.detail().equals(
                    "a grant lets somebody do with an object that is there already what could not be done before; allow it with"
                            + " PostgresStore.allow(GRANT)"));
            assertThat(allowed.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "GRANT USAGE ON SCHEMA \"App\" TO \"pg_signal_backend\"",
                            "GRANT INSERT ON TABLE \"App\".\"users\" TO \"pg_monitor\"",
                            "GRANT UPDATE (\"name\") ON TABLE \"App\".\"users\" TO \"pg_signal_backend\"",
                            "GRANT ALL ON TABLE \"App\".\"users\" TO \"pg_read_all_stats\" WITH GRANT OPTION",
                            "GRANT USAGE ON SEQUENCE \"App\".\"users_id_seq\" TO \"pg_monitor\"",
                            "GRANT SELECT ON TABLE \"App\".\"emails\" TO \"pg_monitor\"",
                            "GRANT ALL ON TABLE \"App\".\"counted\" TO \"pg_read_all_stats\"",
                            "GRANT EXECUTE ON FUNCTION \"App\".\"next\"(\"App\".\"status\") TO \"pg_monitor\"",
                            "GRANT USAGE ON TYPE \"App\".\"status\" TO \"pg_monitor\"")
                    .allMatch(StatementAllowList::allows);
            assertThat(allowed.steps(Step.Status.DONE)).allSatisfy(step -> assertThat(step.hazards())
                    .extracting(Hazard::kind)
                    .containsExactly(Hazard.Kind.CHANGES_ACCESS));
            assertThat(apply(declared(), store).stores().getFirst().steps()).isEmpty();
        }
    }

    @Test
    void aRoleThatIsNotThereHoldsBackItsOwnPartAndNobodyIsLetInBeforeRowLevelSecurity() {
        Table documents = table("documents", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity();
            t.policy("staff").to("nobody knows").using("true");
        });
        Table notes = table("notes", t -> t.column("id", integer()));
        Schema schema = schema(
                "roles",
                documents,
                notes,
                grant(SELECT).on(documents).to("pg_monitor"),
                grant(SELECT).on(notes).to("nobody knows", "pg_monitor"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            Report report = apply(schema, PostgresStore.of(database.dataSource()));

            String noRole = "there is no role \"nobody knows\"; create it first, with CREATE ROLE \"nobody knows\"";
            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::describe)).containsExactlyInAnyOrder(
                    "policy staff on documents: " + noRole,
                    "row level security enabled on documents: needs policy staff on documents, which is blocked",
                    "grant SELECT on table documents to pg_monitor: needs row level security enabled on documents, which is"
                            + " blocked",
                    "grant SELECT on table notes to nobody knows: " + noRole);
            assertThat(database
                    .query("SELECT relacl FROM pg_class WHERE relname IN ('documents', 'notes') ORDER BY relname"))
                    .hasSize(2)
                    .satisfiesExactly(
                            acl -> assertThat(acl).isEmpty(), acl -> assertThat(acl).contains("pg_monitor=r/"));
        }
    }

    /** It owns what it creates, so nobody has to give it more than the right to create something. */
    @Test
    void aRoleThatIsNoSuperuserAppliesAllOfIt() {
        Table documents = table("documents", t -> {
            t.column("id", integer()).comment("A number");
            t.enableRowLevelSecurity();
            t.policy("even").to("pg_monitor").using("id % 2 = 0");
        });
        Schema schema = schema(
                "modest",
                documents,
                grant(SELECT).on(documents).to("pg_monitor"),
                alterDefaultPrivilegesIn(namespace("public")).grant(SELECT).onTables().to("pg_monitor"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            String role = "plinth_" + database.name();
            database.execute("CREATE ROLE " + role + "; GRANT ALL ON SCHEMA public TO " + role);
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + role);

                assertThat(apply(schema, PostgresStore.of(connection)).isComplete()).isTrue();
                Report second = apply(schema, PostgresStore.of(connection));
                assertThat(second.stores().getFirst().steps()).isEmpty();
                assertThat(second.stores().getFirst().drift()).isEmpty();

                statement.execute("INSERT INTO documents VALUES (1), (2), (3); SET ROLE pg_monitor");
                assertThat(database.query("SELECT count(*) FROM documents")).containsExactly("3");
                ResultSet seen = statement.executeQuery("SELECT string_agg(id::text, ',') FROM documents");
                seen.next();
                assertThat(seen.getString(1)).isEqualTo("2");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
            }
        }
    }

    /** Up to PostgreSQL 16 a column that is dropped keeps its privileges. */
    @OnEachServer
    void privilegesThatSomebodyGaveAreNamedWhereTheSchemaGivesSome(PostgresServer server) {
        Table users = table("users", t -> t.column("id", integer()));
        Table others = table("others", t -> t.column("id", integer()));
        Function f = function("f", it -> it.returns(integer()).language("sql").body("SELECT 1"));
        Schema schema = schema(
                "s", users, others, f, grant(SELECT).on(users).to("pg_monitor"), grant(EXECUTE).on(f).to("pg_monitor"));
        try (TestDatabase database = server.createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            apply(schema, store);
            database.execute("GRANT DELETE ON users TO pg_monitor; GRANT UPDATE (id) ON users TO PUBLIC;"
                    + " GRANT SELECT ON others TO PUBLIC; ALTER TABLE users ADD gone integer;"
                    + " GRANT SELECT (gone) ON users TO PUBLIC; ALTER TABLE users DROP gone");

            Report report = SchemaInitializer.of(schema).with(store).verify();

            assertThat(report.stores().getFirst().unmanaged()).containsExactly(
                    "privilege DELETE on table users to pg_monitor", "privilege UPDATE (id) on table users to PUBLIC");
            assertThat(report.stores().getFirst().drift()).isEmpty();
        }
    }

    private static Report apply(Schema schema, PostgresStore store) {
        return SchemaInitializer.of(schema).with(store).apply();
    }
}
