package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.ReplicatedCluster;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.text.PlanText;
import dev.plinth.text.ReportText;
import org.junit.jupiter.api.Test;

/** A hot standby: whoever is connected to it by mistake is told, and whoever only looks need not care. */
class ReplicaTest {

    private static final Schema MORE = schema("more", table("receipts", t -> t.column("id", bigint()).primaryKey()));

    @Test
    void itCanBeLookedAtAndIsNotWrittenTo() throws InterruptedException {
        try (ReplicatedCluster cluster = ReplicatedCluster.start();
                TestDatabase primary = cluster.primary().createDatabase()) {
            SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(primary.dataSource())).apply();
            TestDatabase standby = cluster.onStandby(primary);

            Report verified = on(standby, Shop.SCHEMA).verify();
            assertThat(verified.findings()).as(ReportText.of(verified)).isEmpty();
            assertThat(on(standby, Shop.SCHEMA).apply().isComplete()).isTrue();
            primary.execute("ALTER TABLE orders ALTER amount SET DEFAULT 0.0 + 1; DROP TABLE notes");
            cluster.onStandby(primary);
            assertThat(on(standby, Shop.SCHEMA).verify().findings())
                    .containsExactly(Finding.MISSING, Finding.DRIFT);
            assertThat(PlanText.of(on(standby, MORE).plan())).contains("create     table receipts");
            assertThat(catchThrowableOfType(ApplyException.class, on(standby, MORE)::apply)).hasMessage(
                    "applying schema \"more\" to postgres: 1 object is missing and this server is a replica, which takes"
                            + " no writes; connect to the primary, in a managed cluster its writer endpoint: what is"
                            + " created there comes here by itself");

            standby.query("SELECT pg_promote()");
            assertThat(on(standby, MORE).apply().steps(Step.Status.DONE)).hasSize(1);
        }
    }

    private static SchemaInitializer on(TestDatabase database, Schema schema) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
    }
}
