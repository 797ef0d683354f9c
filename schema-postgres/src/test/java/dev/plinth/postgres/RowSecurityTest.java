package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.postgres.GuardedAddition.ROW_LEVEL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ApplyException;
import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.MaterializedViewBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Roles belong to the server, so these are some that every PostgreSQL has. */
class RowSecurityTest extends KindAcceptance {

    private static final Table DOCUMENTS = table("documents", t -> {
        t.column("tenant", uuid()).notNull();
        t.column("author", text());
        t.column("secret", integer()).notNull();
        t.enableRowLevelSecurity().forceRowLevelSecurity();
        t.policy("tenant isolation")
                .using("tenant = current_setting('app.tenant')::uuid")
                .withCheck("tenant = current_setting('app.tenant')::uuid")
                .comment("Each tenant for itself");
        t.policy("not_secret").restrictive().forSelect().to("pg_monitor", "pg_read_all_stats").using("secret < 5");
        t.policy("own").forInsert().to("pg_monitor").withCheck("author = current_user");
        t.policy("change").forUpdate().using("author IN ('a', 'b')");
        t.policy("remove").forDelete().to("pg_monitor").using("secret BETWEEN 1 AND 3");
    });

    @Override
    Schema declared() {
        return schema("secure", DOCUMENTS, namespace("App").table("Open", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity();
        }));
    }

    @Override
    String plainSql() {
        return """
                CREATE TABLE documents (tenant uuid NOT NULL, author text, secret integer NOT NULL);
                CREATE POLICY "tenant isolation" ON documents USING (tenant = current_setting('app.tenant')::uuid)
                    WITH CHECK (tenant = current_setting('app.tenant')::uuid);
                COMMENT ON POLICY "tenant isolation" ON documents IS 'Each tenant for itself';
                CREATE POLICY not_secret ON documents AS RESTRICTIVE FOR SELECT TO pg_read_all_stats, pg_monitor
                    USING (secret < 5);
                CREATE POLICY own ON documents FOR INSERT TO pg_monitor WITH CHECK (author = current_user);
                CREATE POLICY change ON documents FOR UPDATE USING (author IN ('a', 'b'));
                CREATE POLICY remove ON documents FOR DELETE TO pg_monitor USING (secret BETWEEN 1 AND 3);
                ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
                ALTER TABLE documents FORCE ROW LEVEL SECURITY;
                CREATE SCHEMA "App";
                CREATE TABLE "App"."Open" (id integer);
                ALTER TABLE "App"."Open" ENABLE ROW LEVEL SECURITY;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE documents",
                "ALTER TABLE documents DISABLE ROW LEVEL SECURITY; ALTER TABLE documents NO FORCE ROW LEVEL SECURITY;"
                        + " DROP POLICY own ON documents; DROP POLICY \"tenant isolation\" ON documents",
                "ALTER TABLE documents DROP COLUMN secret CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of(
                        "DROP POLICY own ON documents; CREATE POLICY own ON documents TO pg_monitor"
                                + " USING (true) WITH CHECK (author = current_user);"
                                + " ALTER POLICY change ON documents USING (author = 'a');"
                                + " ALTER POLICY not_secret ON documents TO pg_monitor;"
                                + " ALTER POLICY \"tenant isolation\" ON documents WITH CHECK (true);"
                                + " DROP POLICY remove ON documents; CREATE POLICY remove ON documents AS RESTRICTIVE FOR DELETE"
                                + " TO pg_monitor USING (secret >= 1 AND secret <= (SELECT 3))",
                        "policy tenant isolation on documents: WITH CHECK: schema says (tenant ="
                                + " current_setting('app.tenant')::uuid), store has (true)",
                        "policy not_secret on documents: definition: schema says AS RESTRICTIVE FOR SELECT TO pg_monitor,"
                                + " pg_read_all_stats, store has AS RESTRICTIVE FOR SELECT TO pg_monitor",
                        "policy own on documents: definition: schema says AS PERMISSIVE FOR INSERT TO pg_monitor, store has AS"
                                + " PERMISSIVE FOR ALL TO pg_monitor",
                        "policy own on documents: USING: store has (true), which the schema does not declare",
                        "policy change on documents: USING: schema says (author IN ('a', 'b')), store has (author = 'a'::text)",
                        "policy remove on documents: definition: schema says AS PERMISSIVE FOR DELETE TO pg_monitor, store has"
                                + " AS RESTRICTIVE FOR DELETE TO pg_monitor",
                        "policy remove on documents: USING: schema says (secret BETWEEN 1 AND 3), store has ((secret >= 1) AND"
                                + " (secret <= ( SELECT 3))) (could not be proved equal or different); verify() looks closer; where"
                                + " it cannot tell either, compare the two by eye, or write the schema the way the store prints"
                                + " it"),
                Change.of(
                        "ALTER POLICY change ON documents RENAME TO changes; ALTER TABLE \"App\".\"Open\" FORCE ROW LEVEL SECURITY;"
                                + " CREATE POLICY unasked ON documents USING (true)",
                        "policy change on documents: name: schema says change, store has changes; it counts as present; name it"
                                + " \"changes\" in the schema to make them agree",
                        "table App.Open: definition: store has FORCE ROW LEVEL SECURITY, which the schema does not declare"));
    }

    @Test
    void policiesHoldForAnotherRole() throws SQLException {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            apply(declared(), PostgresStore.of(database.dataSource()));
            database.execute("GRANT SELECT, INSERT ON documents TO pg_monitor;"
                    + "INSERT INTO documents VALUES ('00000000-0000-0000-0000-000000000001', 'x', 1),"
                    + " ('00000000-0000-0000-0000-000000000001', 'x', 9), ('00000000-0000-0000-0000-000000000002', 'x', 1)");
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE pg_monitor; SET app.tenant = '00000000-0000-0000-0000-000000000001'");
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM documents");
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(error(statement, "INSERT INTO documents VALUES"
                        + " ('00000000-0000-0000-0000-000000000002', 'somebody', 1)"))
                        .contains("violates row-level security policy");
            }
        }
    }

    private static String error(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "no error";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    @Test
    void onATableWithRowsItIsGuardedAndNeverEnabledWithoutItsPolicies() {
        Table guarded = table("documents", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity();
            t.policy("all").using("id > 0");
            t.policy("staff").to("nobody knows").using("true");
        });
        Schema schema = schema("guarded", guarded);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE documents (id integer); INSERT INTO documents VALUES (1)");
            PostgresStore store = PostgresStore.of(database.dataSource());

            Report held = apply(schema, store);
            Report allowed = apply(schema, store.allow(ROW_LEVEL_SECURITY));

            String guard = ": row level security decides who sees which rows of a table that is in use; allow it with"
                    + " PostgresStore.allow(ROW_LEVEL_SECURITY)";
            String noRole =
                    "policy staff on documents: there is no role \"nobody knows\"; create it first, with CREATE ROLE"
                            + " \"nobody knows\"";
            assertThat(blocked(held)).containsExactly(
                    "policy all on documents" + guard, noRole, "row level security enabled on documents" + guard);
            assertThat(blocked(allowed)).containsExactly(noRole,
                    "row level security enabled on documents: needs policy staff on documents, which is blocked");
            assertThat(allowed.steps(Step.Status.DONE)).singleElement().satisfies(step -> assertThat(
                    step.hazards().stream().map(Hazard::kind))
                    .containsExactly(Hazard.Kind.CHANGES_ACCESS, Hazard.Kind.BLOCKS_WRITES));
            assertThat(database.query("SELECT relrowsecurity FROM pg_class WHERE relname = 'documents'"))
                    .containsExactly("f");
        }
    }

    @Test
    void aTableWhoseRowsAreHiddenFromItsOwnerCountsAsOneWithRows() {
        Schema schema = schema("hidden", table("t", t -> {
            t.index("t_id").on(t.column("id", integer()));
            t.enableRowLevelSecurity().forceRowLevelSecurity();
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer); INSERT INTO t VALUES (1);"
                    + "ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
                    + "GRANT CREATE ON SCHEMA public TO pg_monitor; ALTER TABLE t OWNER TO pg_monitor");
            PostgresStore store;
            try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE pg_monitor");
                store = PostgresStore.of(connection);

                Report report = apply(schema, store);

                assertThat(report.steps(Step.Status.DONE).getFirst().statements())
                        .containsExactly("CREATE INDEX CONCURRENTLY \"t_id\" ON \"public\".\"t\" (\"id\")");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Neither is a key validated over rows that nobody saw, nor a materialized view filled with some of them. */
    @Test
    void hiddenRowsAreNoneToNobody() throws SQLException {
        Table parents = table("parents", t -> t.column("id", integer()).primaryKey());
        Table children = table("children", t -> {
            t.column("parent", integer()).references(parents);
            t.enableRowLevelSecurity().forceRowLevelSecurity();
            t.policy("few").using("parent < 5");
        });
        try (TestDatabase database = PostgresServers.main().createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute("CREATE TABLE parents (id integer PRIMARY KEY); CREATE TABLE children (parent integer);"
                    + "INSERT INTO children VALUES (9); ALTER TABLE children ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
                    + "CREATE POLICY few ON children USING (parent < 5); GRANT CREATE ON SCHEMA public TO pg_monitor;"
                    + "ALTER TABLE parents OWNER TO pg_monitor; ALTER TABLE children OWNER TO pg_monitor");
            statement.execute("SET ROLE pg_monitor");
            PostgresStore store = PostgresStore.of(connection);
            String hidden =
                    "query would be affected by row-level security policy for table \"children\" (SQLSTATE 42501);"
                            + " row level security hides rows of the table from the role, and where it is forced from the owner too;"
                            + " apply the schema with a role that has BYPASSRLS, or declare what needs the rows withNoData() or"
                            + " notValid(); the statement was: ";

            assertThat(failure(schema("keys", parents, children), store)).isEqualTo(
                    "applying schema \"keys\" to postgres (0 of 1 steps done): constraint children_parent_fkey on children: "
                            + hidden
                            + "ALTER TABLE \"public\".\"children\" VALIDATE CONSTRAINT \"children_parent_fkey\"");
            assertThat(database.query("SELECT convalidated FROM pg_constraint WHERE contype = 'f'"))
                    .containsExactly("f");
            assertThat(failure(filled(m -> {}), store)).isEqualTo(
                    "applying schema \"views\" to postgres (0 of 1 steps done): materialized view m: " + hidden
                            + "CREATE MATERIALIZED VIEW \"public\".\"m\" AS SELECT parent FROM public.children");
            assertThat(apply(filled(MaterializedViewBuilder::withNoData), store).steps(Step.Status.DONE)).hasSize(1);
        }
    }

    private static Schema filled(Consumer<MaterializedViewBuilder> options) {
        return schema("views", table("children", t -> {
            t.column("parent", integer());
            t.enableRowLevelSecurity().forceRowLevelSecurity();
            t.policy("few").using("parent < 5");
        }), materializedView("m", "SELECT parent FROM public.children", options));
    }

    private static String failure(Schema schema, PostgresStore store) {
        try {
            return apply(schema, store).toString();
        } catch (ApplyException e) {
            return e.getMessage();
        }
    }

    @Test
    void whatNobodyDeclaredIsNamed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer); CREATE POLICY p ON t USING (true)");
            Report report = SchemaInitializer.of(schema("s", table("t", t -> t.column("id", integer()))))
                    .with(PostgresStore.of(database.dataSource()))
                    .verify();

            assertThat(report.stores().getFirst().unmanaged()).containsExactly("policy p on t");
            assertThat(report.stores().getFirst().drift()).extracting(Drift::message).isEmpty();
        }
    }

    private static Report apply(Schema schema, PostgresStore store) {
        return SchemaInitializer.of(schema).with(store).apply();
    }

    private static List<String> blocked(Report report) {
        return report.steps(Step.Status.BLOCKED).stream().map(Step::describe).toList();
    }
}
