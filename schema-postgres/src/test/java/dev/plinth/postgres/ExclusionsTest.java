package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.HASH;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.postgres.GuardedAddition.EXCLUSION_CONSTRAINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exclusion constraints. */
class ExclusionsTest {

    private static final Schema SCHEMA = schema("hotel", table("stays", t -> {
        var room = t.column("room", integer());
        var during = t.column("during", nativeType("tsrange"));
        var guest = t.column("guest", text());
        t.exclude(
                room.operatorClass(extensionOperatorClass("btree_gist", "gist_int4_ops")).with("="),
                during.with("&&")).using(GIST).where("guest <> 'nobody'").initiallyDeferred();
        t.exclude(guest.with("=")).using(HASH).named("stays_guest").with("fillfactor", 60);
        t.exclude(sql("lower(guest)").with("="), room.with("=")).deferrable();
        t.exclude(during.with("-|-")).using(GIST).include(room).named("stays_apart");
    }));

    private static final String SQL = """
            CREATE TABLE stays (room integer, during tsrange, guest text,
              EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (guest <> 'nobody') DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT stays_guest EXCLUDE USING hash (guest WITH =) WITH (fillfactor = 60),
              EXCLUDE (lower(guest) WITH =, room WITH =) DEFERRABLE,
              CONSTRAINT stays_apart EXCLUDE USING gist (during WITH -|-) INCLUDE (room));
            """;

    private static final Acceptance ACCEPTANCE = new Acceptance(SCHEMA, "CREATE EXTENSION btree_gist;" + SQL);

    @OnEachServer
    void areTheSameAsFromThePlainSql(PostgresServer server) {
        ACCEPTANCE.check(server);
    }

    @OnEachServer
    void comeBack(PostgresServer server) {
        ACCEPTANCE.comesBack(server, List.of(
                "ALTER TABLE stays DROP CONSTRAINT stays_room_during_excl",
                "ALTER TABLE stays DROP CONSTRAINT stays_guest, DROP CONSTRAINT stays_lower_room_excl",
                "ALTER TABLE stays DROP CONSTRAINT stays_apart",
                "DROP TABLE stays"));
    }

    static Stream<Arguments> drifts() {
        return Stream.of(
                drift("stays_guest", "EXCLUDE (guest WITH =) WITH (fillfactor = 60)",
                        "definition: schema says EXCLUDE USING hash (guest WITH =), store has EXCLUDE (guest WITH =)"),
                drift("stays_guest", "EXCLUDE USING hash (guest WITH =)",
                        "storage parameters: schema says fillfactor=60, store has nothing"),
                drift("stays_apart", "EXCLUDE USING gist (during WITH &&) INCLUDE (room)",
                        "definition: schema says EXCLUDE USING gist (during WITH -|-) INCLUDE (room), store has EXCLUDE USING"
                                + " gist (during WITH &&) INCLUDE (room)"),
                drift("stays_apart", "EXCLUDE USING gist (during WITH -|-)",
                        "definition: schema says EXCLUDE USING gist (during WITH -|-) INCLUDE (room), store has EXCLUDE USING"
                                + " gist (during WITH -|-)"),
                drift("stays_room_during_excl",
                        "EXCLUDE USING gist (room WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED",
                        "definition: schema says EXCLUDE USING gist (room gist_int4_ops WITH =, during WITH &&) WHERE"
                                + " (guest <> 'nobody') DEFERRABLE INITIALLY DEFERRED, store has EXCLUDE USING gist"
                                + " (room WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED"),
                drift("stays_room_during_excl", "EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (guest <> 'x')"
                        + " DEFERRABLE INITIALLY DEFERRED",
                        "definition: schema says EXCLUDE USING gist (room gist_int4_ops WITH =, during WITH &&) WHERE"
                                + " (guest <> 'nobody') DEFERRABLE INITIALLY DEFERRED, store has EXCLUDE USING gist"
                                + " (room WITH =, during WITH &&) WHERE (guest <> 'x'::text) DEFERRABLE INITIALLY DEFERRED"),
                drift("stays_lower_room_excl", "EXCLUDE (lower(guest) WITH =, room WITH =)",
                        "definition: schema says EXCLUDE (lower(guest) WITH =, room WITH =) DEFERRABLE, store has EXCLUDE"
                                + " (lower(guest) WITH =, room WITH =)"));
    }

    private static Arguments drift(String name, String definition, String message) {
        return Arguments.of(
                "ALTER TABLE stays DROP CONSTRAINT " + name + ", ADD CONSTRAINT " + name + " " + definition,
                "constraint " + name + " on stays: " + message
                        + "; left as it is; change it with a migration, or change the schema");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drifts")
    void whatDiffersIsReported(String change, String message) {
        assertThat(ACCEPTANCE.drift(change)).containsExactly(message);
    }

    @Test
    void onATableWithRowsAreGuardedAndSayWhatTheyDo() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE EXTENSION btree_gist; CREATE TABLE stays (room integer, during tsrange, guest text);"
                            + "INSERT INTO stays VALUES (1, '[2026-01-01, 2026-01-02)', 'a')");
            PostgresStore store = PostgresStore.of(database.dataSource());

            Report guarded = SchemaInitializer.of(SCHEMA).with(store).apply();
            Report allowed = SchemaInitializer.of(SCHEMA).with(store.allow(EXCLUSION_CONSTRAINT)).apply();

            assertThat(guarded.steps(Step.Status.BLOCKED)).hasSize(4).allMatch(step -> step.detail().equals(
                    "an exclusion constraint cannot be built beside the use of a table: nobody reads or writes it meanwhile;"
                            + " allow it with PostgresStore.allow(EXCLUSION_CONSTRAINT)"));
            assertThat(allowed.steps(Step.Status.DONE)).hasSize(4);
            assertThat(allowed.steps(Step.Status.DONE).getFirst().hazards().stream().map(Hazard::kind)).containsExactly(
                    Hazard.Kind.BLOCKS_WRITES, Hazard.Kind.SCANS_TABLE, Hazard.Kind.REJECTS_WRITES);
        }
    }
}
