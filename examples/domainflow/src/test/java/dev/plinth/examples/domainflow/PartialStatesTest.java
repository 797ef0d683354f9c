package dev.plinth.examples.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.postgres.PostgresStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is taken away from a complete DomainFlow database, one apply brings it back, and a second one does nothing. */
class PartialStatesTest {

    /** {@code -Dplinth.states=200} tries more. */
    private static final int SEEDS = Integer.getInteger("plinth.states", 20);

    /** One statement for each object of the schema, in an order that depends on nothing but names. */
    private static final String REMOVALS = """
            WITH own AS (
                SELECT c.oid, c.relname FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
            SELECT format('DROP TABLE %I CASCADE', relname) FROM own
            UNION ALL SELECT format('ALTER TABLE %I DROP COLUMN %I CASCADE', relname, attname)
              FROM own JOIN pg_attribute ON attrelid = own.oid AND attnum > 0 AND NOT attisdropped
            UNION ALL SELECT format('ALTER TABLE %I DROP CONSTRAINT %I CASCADE', relname, conname)
              FROM own JOIN pg_constraint ON conrelid = own.oid
            UNION ALL SELECT format('DROP INDEX %I', x.relname)
              FROM own JOIN pg_index i ON i.indrelid = own.oid JOIN pg_class x ON x.oid = i.indexrelid
             WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid)
            UNION ALL SELECT format('DROP TRIGGER %I ON %I', tgname, relname)
              FROM own JOIN pg_trigger ON tgrelid = own.oid AND NOT tgisinternal
            UNION ALL SELECT 'DROP FUNCTION update_updated_at_column() CASCADE'
            UNION ALL SELECT 'DROP EXTENSION postgis CASCADE'
            ORDER BY 1""";

    private static TestDatabase whole;
    private static String expected;
    private static List<String> removals;

    @BeforeAll
    static void buildOnce() throws SQLException {
        whole = TestDatabase.create();
        try (Connection connection = whole.connect()) {
            apply(connection);
            removals = removals(connection);
        }
        expected = whole.sortedDump();
        assertThat(removals).hasSizeGreaterThan(100);
    }

    @AfterAll
    static void close() {
        whole.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneApplyMakesItWhole(int seed) throws SQLException {
        try (TestDatabase database = whole.copy(); Connection connection = database.connect()) {
            remove(connection, new Random(seed));

            Report report = apply(connection);

            assertThat(report.findings()).isEmpty();
            assertThat(report.steps(Step.Status.DONE)).isNotEmpty();
            assertThat(database.sortedDump()).isEqualTo(expected);
            assertThat(apply(connection).stores().getFirst().steps()).isEmpty();
        }
    }

    private static Report apply(Connection connection) {
        return SchemaInitializer.of(DomainFlow.SCHEMA.onlySql()).with(PostgresStore.of(connection)).apply();
    }

    private static List<String> removals(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(REMOVALS)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Takes away one to twelve things; what an earlier removal took with it is passed over. */
    private static void remove(Connection connection, Random random) throws SQLException {
        List<String> shuffled = new ArrayList<>(removals);
        Collections.shuffle(shuffled, random);
        try (Statement statement = connection.createStatement()) {
            for (String removal : shuffled.subList(0, 1 + random.nextInt(12))) {
                statement.execute("DO $$ BEGIN " + removal + "; EXCEPTION WHEN undefined_table OR undefined_object"
                        + " OR undefined_column OR undefined_function THEN NULL; END $$");
            }
        }
    }
}
