package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a table or a materialized view is stored, and by which access method. A tablespace is one of the whole server, so each test has its own. */
class TablespaceTest {

    private static final String WHERE = "SELECT s.spcname, m.amname FROM pg_class c"
            + " LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace JOIN pg_am m ON m.oid = c.relam"
            + " WHERE c.relname IN ('pages', 'Numbers') ORDER BY c.relname";

    private static Schema pages(String tablespace) {
        return schema("pages", table("pages", t -> {
            t.column("id", integer());
            t.using("heaps");
            t.tablespace(tablespace);
        }), materializedView("Numbers", "SELECT id FROM public.pages",
                v -> v.columns("n").using("heaps").tablespace(tablespace)));
    }

    @OnEachServer
    void aTableIsStoredWhereAndAsItIsSaid(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String tablespace = "of " + database.name();
            run(database, "SET allow_in_place_tablespaces = on",
                    "CREATE TABLESPACE \"" + tablespace + "\" LOCATION ''",
                    "CREATE ACCESS METHOD heaps TYPE TABLE HANDLER heap_tableam_handler");
            try {
                check(database, tablespace);
            } finally {
                run(database, "DROP TABLE IF EXISTS pages CASCADE", "DROP TABLESPACE \"" + tablespace + "\"");
            }
        }
    }

    private static void check(TestDatabase database, String tablespace) {
        Schema schema = pages(tablespace);
        SchemaInitializer initializer = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

        Report report = initializer.apply();

        assertThat(report.steps(Step.Status.DONE)).hasSize(2);
        assertThat(database.query(WHERE)).containsExactly(tablespace + "|heaps", tablespace + "|heaps");
        Report again = initializer.apply();
        assertThat(again.stores().getFirst().steps()).isEmpty();
        assertThat(again.stores().getFirst().drift()).isEmpty();
        assertThat(PostgresSchemas.inspect(database.dataSource()).schema().tables()).isEqualTo(schema.tables());

        database.execute("DROP TABLE pages CASCADE; CREATE TABLE pages (id integer);"
                + " CREATE MATERIALIZED VIEW \"Numbers\" AS SELECT id FROM pages");

        assertThat(initializer.apply().stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                "materialized view Numbers: columns: schema says (n), store has (id)",
                "materialized view Numbers: access method: schema says heaps, store has heap",
                "materialized view Numbers: tablespace: schema says " + tablespace + ", store has nothing",
                "table pages: access method: schema says heaps, store has heap",
                "table pages: tablespace: schema says " + tablespace + ", store has nothing");
    }

    /** Somebody who administers the server may have said where what says nothing goes. */
    @Test
    void whatSaysNothingMayBeWhereTheDatabaseHasItsDefault() throws SQLException {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            String tablespace = "default_of_" + database.name();
            run(database, "SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + tablespace + " LOCATION ''",
                    "CREATE ACCESS METHOD heaps TYPE TABLE HANDLER heap_tableam_handler");
            String alter = "ALTER DATABASE " + database.name() + " SET ";
            try {
                run(database, alter + "default_tablespace = " + tablespace,
                        alter + "default_table_access_method = heaps");
                checkDefault(database, tablespace, alter);
            } finally {
                run(database, "DROP TABLE IF EXISTS pages CASCADE", "DROP TABLESPACE " + tablespace);
            }
        }
    }

    private static void checkDefault(TestDatabase database, String tablespace, String alter) throws SQLException {
        Schema silent = schema("pages", table("pages", t -> t.column("id", integer())),
                materializedView("Numbers", "SELECT id FROM public.pages", v -> v.index("numbers").on(v.column("id"))));
        SchemaInitializer initializer = SchemaInitializer.of(silent).with(PostgresStore.of(database.dataSource()));

        initializer.apply();

        assertThat(database.query(WHERE)).containsExactly(tablespace + "|heaps", tablespace + "|heaps");
        assertThat(initializer.apply().stores().getFirst().drift()).isEmpty();
        assertThat(drift(database, pages(tablespace))).containsExactly(
                "materialized view Numbers: columns: schema says (n), store has (id)");
        run(database, alter + "default_tablespace = ''", alter + "default_table_access_method = heap");
        String undeclared = ", which the schema does not declare";
        assertThat(drift(database, silent)).containsExactly(
                "materialized view Numbers: access method: schema says heap, store has heaps",
                "materialized view Numbers: tablespace: store has " + tablespace + undeclared,
                "index numbers on Numbers: definition: store has TABLESPACE " + tablespace + undeclared,
                "table pages: access method: schema says heap, store has heaps",
                "table pages: tablespace: store has " + tablespace + undeclared);
    }

    private static List<String> drift(TestDatabase database, Schema schema) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).verify().stores().getFirst()
                .drift().stream().map(Drift::comparison).toList();
    }

    /** Each by itself: a tablespace is made outside of a transaction. */
    private static void run(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
