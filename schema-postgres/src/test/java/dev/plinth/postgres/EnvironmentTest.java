package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings of a session, and how a database came to be, are not drift. */
class EnvironmentTest {

    private static final String SETTINGS = """
            SET TimeZone = 'Asia/Kolkata';
            SET DateStyle = 'ISO, YMD';
            SET IntervalStyle = 'iso_8601';
            SET search_path = pg_temp, elsewhere;
            SET quote_all_identifiers = on;
            SET extra_float_digits = -5;
            SET default_transaction_isolation = 'serializable'
            """;

    private static final String INDEX = "SELECT indexdef FROM pg_indexes WHERE indexname = ";

    @OnEachServer
    void otherSettingsAreNoDriftAndAreLeftAsTheyWere(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute("CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.customers (id integer)");
            statement.execute(SETTINGS);
            SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection));

            initializer.apply();
            Report again = initializer.apply();

            assertThat(again.isComplete()).isTrue();
            assertThat(again.stores().getFirst().drift()).isEmpty();
            try (var rows = statement.executeQuery("SELECT current_setting('TimeZone'), current_setting('search_path'),"
                    + " current_setting('statement_timeout'), current_setting('default_transaction_isolation')")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("Asia/Kolkata");
                assertThat(rows.getString(2)).isEqualTo("pg_temp, elsewhere");
                assertThat(rows.getString(3)).isEqualTo("0");
                assertThat(rows.getString(4)).isEqualTo("serializable");
            }
        }
    }

    /** Statements that cannot be in a transaction mean the same in every session too, which is given back as it was. */
    @Test
    void whatIsMadeOnTablesWithRowsDoesNotDependOnTheSession() throws SQLException {
        String settings = "SELECT current_setting('TimeZone'), current_setting('search_path'),"
                + " current_setting('standard_conforming_strings'), current_setting('row_security'),"
                + " current_setting('statement_timeout'), current_setting('lock_timeout')";
        Schema declared = schema("events", table("t", t -> {
            var id = t.column("id", integer());
            t.column("at", timestampWithTimeZone());
            t.column("late",
                    domain("late", timestampWithTimeZone(), d -> d.check("late_check", "VALUE > '2025-01-01'")));
            var name = t.column("name", text());
            t.index("t_late").on(id).unique().where("at >= '2025-01-01'");
            t.index("t_lower").on(sql("lower(name)"));
            t.index("t_tab").on(name).where("name <> 'x\\ty'");
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute(
                    "CREATE SCHEMA x; CREATE FUNCTION x.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
                            + "CREATE DOMAIN late AS timestamptz; CREATE TABLE t (id integer, at timestamptz, late late, name text);"
                            + "INSERT INTO t VALUES (1, '2025-06-06', '2025-06-06', 'A')");
            statement.execute("SET TimeZone = 'America/New_York'; SET search_path = x, pg_catalog, public;"
                    + " SET standard_conforming_strings = off; SET statement_timeout = '7min'; SET lock_timeout = '8min'");
            SchemaInitializer initializer =
                    SchemaInitializer.of(declared).with(PostgresStore.of(connection));

            assertThat(initializer.apply().steps(Step.Status.DONE)).hasSize(4);

            assertThat(initializer.apply().stores().getFirst().drift()).isEmpty();
            assertThat(row(statement, settings))
                    .isEqualTo("America/New_York|x, pg_catalog, public|off|on|7min|8min");
            statement.execute(
                    "SET TimeZone = 'UTC'; SET search_path = pg_catalog, public; SET standard_conforming_strings = on");
            assertThat(row(statement,
                    "SELECT pg_get_constraintdef(oid), (" + INDEX + "'t_late'), (" + INDEX + "'t_lower'), ("
                            + INDEX + "'t_tab') FROM pg_constraint WHERE conname = 'late_check'"))
                    .isEqualTo("CHECK ((VALUE > '2025-01-01 00:00:00+00'::timestamp with time zone))"
                            + "|CREATE UNIQUE INDEX t_late ON public.t USING btree (id)"
                            + " WHERE (at >= '2025-01-01 00:00:00+00'::timestamp with time zone)"
                            + "|CREATE INDEX t_lower ON public.t USING btree (lower(name))"
                            + "|CREATE INDEX t_tab ON public.t USING btree (name) WHERE (name <> 'x\\ty'::text)");
        }
    }

    /** Settings of the parser, which an old application may need. */
    @Test
    void whatTheParserMakesOfATextDoesNotDependOnTheSession() {
        Schema declared = schema("texts", table("t", t -> {
            t.column("numbers", arrayOf(integer())).defaultTo(sql("'{1,NULL}'"));
            t.column("a", integer());
            t.check("t_a", "(a = NULL) IS NULL");
            t.column("page", nativeType("xml")).defaultTo(sql("XMLPARSE(CONTENT 'a')"));
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            for (String setting : List.of("array_nulls = off", "xmloption = document", "transform_null_equals = on")) {
                database.execute("ALTER DATABASE " + database.name() + " SET " + setting);
            }
            SchemaInitializer initializer =
                    SchemaInitializer.of(declared).with(PostgresStore.of(database.dataSource()));

            initializer.apply();

            assertThat(initializer.verify().stores().getFirst().drift()).isEmpty();
            assertThat(database.query("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef ORDER BY adnum"))
                    .containsExactly("'{1,NULL}'::integer[]", "XMLPARSE(CONTENT 'a'::text STRIP WHITESPACE)");
            assertThat(database.query("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 't_a'"))
                    .containsExactly("CHECK (((a = NULL::integer) IS NULL))");
        }
    }

    /** What a driver thinks of a backslash counts where it looks for the end of a statement. */
    @Test
    void aBackslashIsOneWhereverTheSessionWouldEscapeWithIt() throws SQLException {
        Schema declared = schema("paths", view("v", "SELECT '\\'::text AS x FROM public.t"), table("t", t -> {
            t.column("a", text()).defaultTo(literal("\\"));
            t.check("t_a", "a <> '\\' AND a <> ';?'");
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            database.execute("CREATE TABLE t (id integer)");
            statement.execute("SET standard_conforming_strings = off");
            SchemaInitializer initializer =
                    SchemaInitializer.of(declared).with(PostgresStore.of(connection));

            initializer.apply();
            Report again = initializer.verify();

            assertThat(again.stores().getFirst().steps()).isEmpty();
            assertThat(again.stores().getFirst().drift()).isEmpty();
            assertThat(row(statement, "SELECT current_setting('standard_conforming_strings')")).isEqualTo("off");
            assertThat(database.query("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 't_a'"))
                    .containsExactly("CHECK (((a <> '\\'::text) AND (a <> ';?'::text)))");
        }
    }

    private static String row(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                values.add(rows.getString(column));
            }
            return String.join("|", values);
        }
    }

    /** A dump spells some checks in another way than a person, and reading it back in a third. */
    @Test
    void aRestoredDumpIsNoDrift() {
        PostgresServer server = PostgresServers.withPrograms();
        try (TestDatabase database = server.createDatabase(); TestDatabase restored = server.createDatabase()) {
            database.execute(Shop.SQL);
            restored.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                    + database.dump().replace("CREATE SCHEMA public;", ""));

            Report report = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(restored.dataSource()))
                    .verify();

            assertThat(report.stores().getFirst().drift()).isEmpty();
            assertThat(report.isComplete()).isTrue();
        }
    }
}
