package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.SchemaInitializer;
import dev.plinth.postgres.testing.EventTriggers;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import dev.plinth.postgres.testing.WireProxy.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An apply that is cut off leaves nothing half done, and the next one finishes the work. */
class InterruptionTest {

    @OnEachServer
    void goesOnAfterTheBackendEndedAtAnyCommand(PostgresServer server) {
        try (TestDatabase byHand = server.createDatabase(); TestDatabase database = server.createDatabase()) {
            byHand.execute(Shop.SQL);
            EventTriggers triggers = EventTriggers.installIn(database);
            SchemaInitializer initializer =
                    SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(database.dataSource()));
            int command = 0;
            boolean ended = true;
            while (ended) {
                triggers.endBackendAt(++command);
                ended = fails(initializer);
                assertThat(triggers.hasEndedABackend()).isEqualTo(ended);
                if (ended) {
                    assertThat(
                            database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                            .isEmpty();
                }
            }
            assertThat(command).as("every command was tried").isGreaterThan(9);
            triggers.uninstall();
            assertThat(database.description()).isEqualTo(byHand.description());
        }
    }

    private static boolean fails(SchemaInitializer initializer) {
        try {
            initializer.apply();
            return false;
        } catch (ApplyException e) {
            assertThat(e.report().stores().getFirst().failures().getFirst())
                    .startsWith(
                            "the connection was lost, and whether the last transaction was committed is not known: ");
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void goesOnAfterTheConnectionWasLostAtTheCommit(Moment moment) {
        PostgresServer server = PostgresServers.main();
        try (TestDatabase byHand = server.createDatabase();
                TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server)) {
            byHand.execute(Shop.SQL);
            SchemaInitializer initializer =
                    SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(database.through(proxy)));
            // The first two COMMITs end the looks without a lock, the third one the changes.
            int[] commits = {0};
            proxy.cutAt(sql -> sql.strip().equals("COMMIT") && ++commits[0] == 3, moment);

            assertThatThrownBy(initializer::apply)
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining("apply again, it goes on from whatever is there");

            assertThat(proxy.hasCut()).isTrue();
            assertThat(initializer.apply().isComplete()).isTrue();
            assertThat(database.description()).isEqualTo(byHand.description());
            assertThat(initializer.plan().isEmpty()).isTrue();
        }
    }
}
