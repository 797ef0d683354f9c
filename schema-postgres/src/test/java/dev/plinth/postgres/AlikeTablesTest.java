package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.postgres.testing.WireProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of tables that declare the same two are asked about, and whatever is not as in those is found all the same. */
class AlikeTablesTest {

    private static final Schema SCHEMA =
            schema("alike", IntStream.range(0, 5).mapToObj(AlikeTablesTest::one).toArray(Table[]::new));

    private static Table one(int number) {
        return table("t" + number, t -> {
            t.column("id", integer()).primaryKey();
            var status = t.column("status", varchar(20)).notNull().oneOf("open", "closed");
            t.column("amount", numeric(12, 2)).notNull().defaultTo(literal(0));
            t.column("size", nativeType("dec(7)")).defaultTo(sql("1 + 1"));
            t.check("amount_" + number, "amount >= 0");
            t.index(status).where("status = 'open'");
        });
    }

    @Test
    void isOneRoundTripWhereTheyWereMadeAlikeAndTwoWhereNot() throws SQLException {
        PostgresServer server = PostgresServers.main();
        try (TestDatabase database = server.createDatabase();
                WireProxy proxy = WireProxy.to(server);
                Connection connection = database.through(proxy).getConnection()) {
            SchemaInitializer initializer = SchemaInitializer.of(SCHEMA).with(PostgresStore.of(connection));
            initializer.apply();

            assertThat(drift(initializer, proxy)).isEmpty();
            assertThat(proxy.roundTrips()).isEqualTo(1);

            // The same in other words, and not where the first or the last table is.
            database.execute("""
                    ALTER TABLE t1 DROP CONSTRAINT amount_1, ADD CONSTRAINT amount_1 CHECK (NOT amount < 0);
                    ALTER TABLE t2 ALTER COLUMN amount SET DEFAULT 0.0 - 0.0;
                    ALTER TABLE t2 ALTER COLUMN size SET DEFAULT 2;
                    ALTER TABLE t3 DROP CONSTRAINT t3_status_check,
                        ADD CONSTRAINT t3_status_check CHECK (status = ANY (ARRAY['open', 'closed']))""");
            assertThat(drift(initializer, proxy)).isEmpty();
            assertThat(proxy.roundTrips()).isEqualTo(2);

            // Something else, in a table that stands for others and in those that do not.
            database.execute("""
                    ALTER TABLE t0 DROP CONSTRAINT amount_0, ADD CONSTRAINT amount_0 CHECK (amount > 0);
                    ALTER TABLE t1 DROP CONSTRAINT amount_1, ADD CONSTRAINT amount_1 CHECK (amount > 1);
                    ALTER TABLE t2 ALTER COLUMN size TYPE dec(8), ALTER COLUMN size SET DEFAULT 3;
                    ALTER TABLE t3 ALTER COLUMN amount TYPE double precision""");
            assertThat(drift(initializer, proxy)).containsExactly(
                    "constraint amount_0 on t0: definition",
                    "constraint amount_1 on t1: definition",
                    "column t2.size: type",
                    "column t2.size: default",
                    "column t3.amount: type");
        }
    }

    private static List<String> drift(SchemaInitializer initializer, WireProxy proxy) {
        proxy.reset();
        return initializer.apply().stores().getFirst().drift().stream()
                .peek(drift -> assertThat(drift.kind()).as(drift.toString()).isEqualTo(Drift.Kind.DIFFERENT))
                .map(drift -> drift.subject().display() + ": " + drift.aspect())
                .toList();
    }
}
