package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.serial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.StatementAllowList;
import dev.plinth.postgres.testing.TestDatabase;

/** Since PostgreSQL 18 NOT NULL is a constraint with a name, which may say less than NOT NULL. */
class NotNullConstraintsTest {

    private static final Schema NUMBERS = schema("numbers", table("numbers", t -> {
        t.column("a", integer()).notNull();
        t.column("b", integer()).notNull();
        t.column("c", integer()).notNull();
    }));

    private static final Schema NAMED = schema("named", table("named", t -> {
        t.column("id", integer()).notNull("has \"id\"").primaryKey();
        t.column("a", serial()).notNull("has_a");
        t.column("b", integer()).notNull();
        t.column("c", integer()).notNull("has_c");
    }), table("parts", t -> {
        var at = t.column("at", integer());
        t.partitionByRange(at);
        t.partition("part", p -> p.from("1").to("9"), own -> own.column("at").notNull("has_at"));
    }));

    /** An older server forgets the names, so there they are never another one. */
    @OnEachServer
    void haveNamesThatAreComparedSincePostgres18(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(NAMED).with(PostgresStore.of(database.dataSource()));
            assertThat(initializer.apply().steps(Step.Status.DONE).stream().flatMap(it -> it.statements().stream()))
                    .allMatch(StatementAllowList::allows)
                    .anyMatch(it -> it.contains("\"a\" serial CONSTRAINT \"has_a\" NOT NULL"))
                    .anyMatch(it -> it.contains("\"at\" CONSTRAINT \"has_at\" NOT NULL"));
            assertThat(initializer.verify().isComplete()).isTrue();
            if (server.major() < 18) {
                return;
            }
            assertThat(
                    database.query("SELECT conname FROM pg_constraint WHERE contype = 'n' AND oid >= 16384 ORDER BY 1"))
                    .containsExactly("has \"id\"", "has_a", "has_at", "has_c", "named_b_not_null");
            Schema inspected = PostgresSchemas.inspect(database.dataSource()).schema();
            assertThat(inspected.tables().getFirst().columns()).isEqualTo(NAMED.tables().getFirst().columns());
            Sameness.assertNothingDiffers(inspected, database);

            database.execute("ALTER TABLE named RENAME CONSTRAINT has_c TO named_c_not_null1;"
                    + " ALTER TABLE named RENAME CONSTRAINT has_a TO other;"
                    + " ALTER TABLE named RENAME CONSTRAINT named_b_not_null TO has_b;"
                    + " ALTER TABLE part RENAME CONSTRAINT has_at TO other;"
                    + " ALTER TABLE named DROP COLUMN id");
            StoreReport verified = initializer.verify().stores().getFirst();
            assertThat(verified.drift().stream().map(Drift::message)).containsExactly(
                    "column named.a: name of NOT NULL: schema says has_a, store has other; left as it is; ALTER TABLE named"
                            + " RENAME CONSTRAINT other TO has_a changes it, or change the schema",
                    "column part.at: name of NOT NULL: schema says has_at, store has other; left as it is; ALTER TABLE part"
                            + " RENAME CONSTRAINT other TO has_at changes it, or change the schema");
            assertThat(verified.unmanaged()).containsExactly("constraint has_b on named");
            database.execute(
                    "CREATE DOMAIN code AS text CONSTRAINT given NOT NULL; CREATE DOMAIN usual AS text NOT NULL");
            assertThat(PostgresSchemas.inspect(database.dataSource()).unrepresented())
                    .extracting(InspectedSchema.Unrepresented::message)
                    .containsExactly("domain code: the schema does not say CONSTRAINT given NOT NULL");
        }
    }

    @OnEachServer
    void whatIsLessThanNotNullIsNamed(PostgresServer server) {
        boolean haveNames = server.major() >= 18;
        try (TestDatabase database = server.createDatabase()) {
            database.execute(haveNames
                    ? """
                    CREATE TABLE numbers (a integer CONSTRAINT something NOT NULL,
                        b integer, c integer CONSTRAINT own NOT NULL NO INHERIT);
                    ALTER TABLE numbers ADD CONSTRAINT new_rows NOT NULL b NOT VALID"""
                    : "CREATE TABLE numbers (a integer NOT NULL, b integer NOT NULL, c integer NOT NULL)");

            Report report = SchemaInitializer.of(NUMBERS).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison).toArray())
                    .isEqualTo(haveNames
                            ? new Object[]{
                                    "column numbers.b: definition: store has CONSTRAINT new_rows NOT NULL NOT VALID, which the"
                                            + " schema does not declare",
                                    "column numbers.c: definition: store has CONSTRAINT own NOT NULL NO INHERIT, which the"
                                            + " schema does not declare"
                            }
                            : new Object[0]);
        }
    }
}
