package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;

/** Since PostgreSQL 18 NOT NULL is a constraint with a name, which may say less than NOT NULL. */
class NotNullConstraintsTest {

    private static final Schema NUMBERS = schema("numbers", table("numbers", t -> {
        t.column("a", integer()).notNull();
        t.column("b", integer()).notNull();
        t.column("c", integer()).notNull();
    }));

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
