package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.TenantReport;
import dev.plinth.TenantsReport;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import dev.plinth.text.TenantsText;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What many namespaces that are looked at together have in common, and what one of them has alone. */
class TenantsInspectionTest {

    @OnEachServer
    void namespacesThatAreThereAndEmptyTakeOneRoundTripEach(PostgresServer server) throws SQLException {
        try (TestDatabase byHand = server.createDatabase();
                TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server)) {
            Estate.buildByHand(byHand, List.of("a", "b"));
            Estate.buildByHand(database, List.of());
            database.execute("CREATE SCHEMA a; CREATE SCHEMA b");
            DataSource source = database.through(proxy);
            source.getConnection().close();
            int connecting = proxy.roundTrips();
            proxy.reset();

            TenantsReport report =
                    PostgresTenants.of(Estate.SCHEMA).namespaces(source, List.of("a", "b")).connections(1).apply();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
            assertThat(report.created()).isEqualTo(2L * (Estate.OBJECTS - 1));
            assertThat(proxy.roundTrips()).isEqualTo(connecting + 3);
            assertThat(database.description()).isEqualTo(byHand.description());
        }
    }

    @Test
    void aNamespaceThatHoldsSomethingElseIsLookedAtUnderTheLock() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE SCHEMA a; CREATE VIEW a.own AS SELECT 1 AS one");

            TenantsReport report = Estate.tenants(database, List.of("a")).apply();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
            assertThat(report.created()).isEqualTo(Estate.OBJECTS - 1L + Estate.SHARED_OBJECTS);
        }
    }

    @OnEachServer
    void whatOneTenantSpellsDifferentlyIsNoMatterToTheOthers(PostgresServer server) {
        List<String> namespaces = List.of("usual", "moment", "fewer", "other_default", "other_type");
        try (TestDatabase database = server.createDatabase()) {
            Estate.buildByHand(database, namespaces);
            Estate.executeIn(database, "moment", "ALTER TABLE orders ALTER placed_at SET DEFAULT CURRENT_TIMESTAMP");
            Estate.executeIn(database, "fewer", "ALTER TABLE customers DROP CONSTRAINT customers_tier_check,"
                    + " ADD CONSTRAINT customers_tier_check CHECK (tier IN ('basic', 'gold'))");
            Estate.executeIn(database, "other_default", "ALTER TABLE orders ALTER lines SET DEFAULT 6");
            Estate.executeIn(database, "other_type", "ALTER TABLE orders ALTER lines TYPE bigint");

            TenantsReport report = Estate.tenants(database, namespaces).apply();

            assertThat(report.tenants()).extracting(TenantsInspectionTest::drift).containsExactly(
                    List.of(),
                    List.of(),
                    List.of("constraint customers_tier_check on fewer.customers: definition: schema says CHECK"
                            + " (tier IN ('basic', 'gold', 'platinum')), store has CHECK ((tier)::text = ANY"
                            + " ((ARRAY['basic'::character varying, 'gold'::character varying])::text[]))"),
                    List.of("column other_default.orders.lines: default: schema says 5, store has 6"),
                    List.of("column other_type.orders.lines: type: schema says integer, store has bigint"));
        }
    }

    /** The type, the sequences and the texts that speak of them are other ones in each namespace. */
    @OnEachServer
    void typesAndSequencesOfEachNamespaceAreItsOwn(PostgresServer server) {
        EnumType status = enumType("status", "open", "closed");
        Schema schema = schema("tickets", table("tickets", t -> {
            t.column("id", bigserial()).primaryKey();
            t.column("number", integer()).generatedAlwaysAsIdentity();
            var state = t.column("status", status).notNull().defaultTo(literal("open"));
            t.column("twice", integer()).generatedAlwaysAs("number * 2");
            t.check("known", "status <> 'closed' OR number > 0");
            t.index(state).where("status = 'open'");
        }));
        try (TestDatabase database = server.createDatabase()) {
            PostgresTenants tenants = PostgresTenants.of(schema).namespaces(database.dataSource(), List.of("a", "b"));

            TenantsReport report = tenants.apply();

            assertThat(report.isComplete()).as(TenantsText.of(report)).isTrue();
            Estate.executeIn(database, "b", "ALTER TABLE tickets ALTER status SET DEFAULT 'closed'");
            assertThat(tenants.apply().tenants()).extracting(TenantsInspectionTest::drift).containsExactly(
                    List.of(),
                    List.of("column b.tickets.status: default: schema says 'open', store has 'closed'::b.status"));
        }
    }

    private static List<String> drift(TenantReport tenant) {
        return tenant.report().drift().stream().map(Drift::comparison).toList();
    }
}
