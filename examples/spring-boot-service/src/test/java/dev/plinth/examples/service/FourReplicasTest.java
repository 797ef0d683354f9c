package dev.plinth.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four processes start at once on one empty database, and the one that creates the tables is killed while it does. */
class FourReplicasTest {

    /** The replica that is in the middle of its statements: it holds Plinth's lock and waits for the lock of a table. */
    private static final String CREATING = """
            SELECT application_name FROM pg_stat_activity
             WHERE datname = current_database() AND application_name LIKE 'replica-%' AND wait_event_type = 'Lock'
               AND EXISTS (SELECT FROM pg_locks WHERE pg_locks.pid = pg_stat_activity.pid AND locktype = 'advisory' AND granted)
            """;

    private static final String CONNECTED = """
            SELECT DISTINCT application_name FROM pg_stat_activity
             WHERE datname = current_database() AND application_name LIKE 'replica-%'
            """;

    private final List<Replica> replicas = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() throws InterruptedException {
        for (Replica replica : replicas) {
            replica.kill();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theOthersServeWhenTheOneThatCreatesIsKilled() throws Exception {
        try (EmbeddedPostgres server = server()) {
            Database database = Database.create(server, "orders");
            Replica killed = killTheOneThatCreates(database);

            List<Replica> others = replicas.stream().filter(replica -> !replica.name().equals(killed.name())).toList();
            for (Replica replica : others) {
                assertThat(replica.get("/orders/open")).isEqualTo("200 {\"now\":0,\"atStart\":0}");
                assertThat(replica.get("/actuator/health")).startsWith("200 ").contains("\"status\":\"UP\"");
                assertThat(replica.get("/actuator/plinth/ordersSchema")).startsWith("200 ").contains("\"exitCode\": 0");
            }
            assertThat(logs(others)).containsOnlyOnce("schema \"orders\": created 6 objects");
            isWhatASingleApplyMakes(database, Database.create(server, "single"));
        }
    }

    /**
     * A server that looks after its clients while it waits for a lock. Otherwise it would not notice the death, and end by
     * itself what the killed one had sent.
     */
    private static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("client_connection_check_interval", "100ms")
                .start();
    }

    /** A table of the same name in an open transaction stops the statement that creates the last one, for as long as wanted. */
    private Replica killTheOneThatCreates(Database database) throws SQLException, IOException, InterruptedException {
        try (Connection blocker = database.dataSource().getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("CREATE TABLE order_lines (id integer)");
            for (int number = 1; number <= 4; number++) {
                replicas.add(Replica.start("replica-" + number, database.url(), directory));
            }
            database.await(CONNECTED, 4);
            String creating = database.await(CREATING, 1).getFirst();
            Replica killed =
                    replicas.stream().filter(replica -> replica.name().equals(creating)).findFirst().orElseThrow();
            assertThat(killed.kill()).as("128 and the number of SIGKILL").isEqualTo(137);
            database.await(CONNECTED + " AND application_name = '" + creating + "'", 0);
            assertThat(database.listing()).as("what others see").isEmpty();
            blocker.rollback();
            return killed;
        }
    }

    private static String logs(List<Replica> replicas) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Replica replica : replicas) {
            all.append(replica.log());
        }
        return all.toString();
    }

    private static void isWhatASingleApplyMakes(Database database, Database single) throws SQLException {
        SchemaInitializer initializer = SchemaInitializer.of(Orders.SCHEMA);
        initializer.with(PostgresStore.of(single.dataSource())).apply();

        assertThat(database.listing()).hasSizeGreaterThan(20).isEqualTo(single.listing());
        assertThat(initializer.with(PostgresStore.of(database.dataSource())).plan().findings()).isEmpty();
    }
}
