package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
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

/**
 * Whatever is left of a database, one apply makes it whole, and a second one is a single round trip. {@code -Dplinth.states=200}
 * tries more of what can be left than one
 * for each thing that can be taken away.
 */
class PartialStatesTest {

    /** Everything that can be taken away, one statement each. */
    static final List<String> REMOVALS = List.of(
            "DROP TABLE notes",
            "DROP TABLE IF EXISTS orders CASCADE",
            "DROP TABLE IF EXISTS customers CASCADE",
            "DROP FUNCTION touch() CASCADE",
            "DROP TRIGGER touch_customers ON customers",
            "DROP INDEX idx_orders_customer_placed",
            "DROP INDEX idx_orders_details",
            "DROP INDEX idx_orders_large",
            "DROP INDEX notes_order_id_idx",
            "ALTER TABLE customers DROP COLUMN email CASCADE",
            "ALTER TABLE customers DROP COLUMN tier CASCADE",
            "ALTER TABLE customers DROP COLUMN tags",
            "ALTER TABLE customers DROP COLUMN updated_at",
            "ALTER TABLE customers DROP COLUMN id CASCADE",
            "ALTER TABLE orders DROP COLUMN amount CASCADE",
            "ALTER TABLE orders DROP COLUMN placed_at CASCADE",
            "ALTER TABLE orders DROP COLUMN customer_id CASCADE",
            "ALTER TABLE orders DROP COLUMN details CASCADE",
            "ALTER TABLE notes DROP COLUMN parent_id",
            "ALTER TABLE notes DROP COLUMN order_id CASCADE",
            "ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE",
            "ALTER TABLE customers DROP CONSTRAINT customers_email_key",
            "ALTER TABLE customers DROP CONSTRAINT customers_tier_check",
            "ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey",
            "ALTER TABLE orders DROP CONSTRAINT amount_not_negative",
            "ALTER TABLE notes DROP CONSTRAINT notes_order_id_fkey",
            "ALTER TABLE notes DROP CONSTRAINT notes_parent_id_fkey",
            "ALTER TABLE notes DROP CONSTRAINT notes_pkey CASCADE");

    private static TestDatabase whole;
    private static String expected;

    @BeforeAll
    static void buildOnce() {
        whole = PostgresServers.main().createDatabase();
        whole.execute(Shop.SQL);
        expected = whole.description();
    }

    @AfterAll
    static void close() {
        whole.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("plinth.states", REMOVALS.size()));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneApplyMakesItWhole(int seed) throws SQLException {
        try (TestDatabase database = whole.copy(); WireProxy proxy = WireProxy.to(whole.server())) {
            remove(database, seed);
            assertThat(database.description()).isNotEqualTo(expected);
            try (Connection connection = database.through(proxy).getConnection()) {
                SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(connection));

                Report report = initializer.apply();

                assertThat(report.steps(Step.Status.DONE)).isNotEmpty();
                assertThat(database.description()).isEqualTo(expected);
                proxy.reset();
                assertThat(initializer.apply().isComplete()).isTrue();
                assertThat(proxy.roundTrips()).isEqualTo(1);
            }
        }
    }

    /** Takes away one to six things, each of them first by one of the seeds; what an earlier one took with it is passed over. */
    private static void remove(TestDatabase database, int seed) {
        Random random = new Random(seed);
        List<String> removals = new ArrayList<>(REMOVALS);
        String first = removals.remove(seed % removals.size());
        Collections.shuffle(removals, random);
        removals.addFirst(first);
        for (String removal : removals.subList(0, 1 + random.nextInt(6))) {
            database.execute("DO $$ BEGIN " + removal + "; EXCEPTION WHEN undefined_table OR undefined_object"
                    + " OR undefined_column OR undefined_function THEN NULL; END $$");
        }
    }
}
