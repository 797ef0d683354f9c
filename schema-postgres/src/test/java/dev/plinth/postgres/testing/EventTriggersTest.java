package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventTriggersTest {

    @OnEachServer
    void theBackendEndsAtTheCommandAndItsTransactionIsRolledBack(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            EventTriggers triggers = EventTriggers.installIn(database);
            triggers.endBackendAt(3);

            assertThatThrownBy(() -> database.execute("CREATE TABLE a (); CREATE TABLE b (); CREATE TABLE c ()"))
                    .hasMessageContaining("terminating connection due to administrator command");
            assertThat(triggers.hasEndedABackend()).isTrue();
            assertThat(triggers.commands()).isEqualTo(3);

            database.execute("CREATE TABLE d ()");
            assertThat(triggers.commands()).isEqualTo(4);
            triggers.uninstall();
            assertThat(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                    .containsExactly("d");
        }
    }

    @OnEachServer
    void whatAnExtensionScriptDoesIsNotCounted(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            EventTriggers triggers = EventTriggers.installIn(database);

            database.execute("CREATE EXTENSION pg_trgm; COMMENT ON SCHEMA public IS 'x'");

            assertThat(triggers.commands()).isEqualTo(2);
        }
    }

    @OnEachServer
    void aDisarmedTriggerOnlyCounts(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            EventTriggers triggers = EventTriggers.installIn(database);
            triggers.endBackendAt(1);
            triggers.disarm();

            database.execute("CREATE TABLE a ()");

            assertThat(triggers.commands()).isEqualTo(1);
            assertThat(triggers.hasEndedABackend()).isFalse();
        }
    }
}
