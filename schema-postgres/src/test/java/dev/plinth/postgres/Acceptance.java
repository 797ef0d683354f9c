package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What every kind of object has to show: a schema and the plain SQL for the same make one database, the second look at it
 * is silent, and what is taken away comes back.
 *
 * @param sql what a person would write
 */
record Acceptance(Schema schema, String sql) {

    /** On an empty database, on one made by hand, and a second time, in one round trip. */
    void check(PostgresServer server) {
        try (TestDatabase byHand = server.createDatabase(); TestDatabase database = server.createDatabase()) {
            byHand.execute(sql);

            Report report = apply(database);

            assertThat(report.isComplete()).as(report.toString()).isTrue();
            assertThat(database.description()).isEqualTo(byHand.description());
            assertSilent(database);
            assertSilent(byHand);
        }
    }

    /** Each removal by itself, and then one after the other in one database. */
    void comesBack(PostgresServer server, List<String> removals) {
        try (TestDatabase whole = server.createDatabase()) {
            whole.execute(sql);
            String expected = whole.description();
            for (String removal : removals) {
                try (TestDatabase database = whole.copy()) {
                    database.execute(removal);
                    assertThat(apply(database).steps(Step.Status.DONE)).as(removal).isNotEmpty();
                    assertThat(database.description()).as(removal).isEqualTo(expected);
                    assertSilent(database);
                }
            }
        }
    }

    /** What is reported of a database made by hand and then changed; nothing is done about it. */
    List<String> drift(String change) {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(sql);
            database.execute(change);
            String before = database.description();

            Report report = apply(database);

            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(database.description()).isEqualTo(before);
            return report.stores().getFirst().drift().stream().map(Drift::message).toList();
        }
    }

    private Report apply(TestDatabase database) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();
    }

    private void assertSilent(TestDatabase database) {
        try (WireProxy proxy = WireProxy.to(database.server());
                Connection connection = database.through(proxy).getConnection()) {
            proxy.reset();
            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(connection)).apply();

            assertThat(report.stores().getFirst().drift()).isEmpty();
            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(proxy.roundTrips()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
