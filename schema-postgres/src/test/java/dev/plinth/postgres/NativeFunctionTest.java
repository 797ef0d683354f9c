package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions in C and of the server, and what is said of such functions only. */
class NativeFunctionTest extends KindAcceptance {

    private static final Namespace BUILT_IN = namespace("pg_catalog");
    private static final ColumnType INTERNAL = nativeType("internal");

    private static final Function STEMMER = function("stemmer", f -> {
        f.argument("", INTERNAL);
        f.returns(INTERNAL).strict().objectFile("$libdir/dict_snowball", "dsnowball_init");
    });

    private static final Function NUMBER = function(
            "row_no", f -> f.returns(bigint()).language("internal").window().immutable().body("window_row_number"));

    private static final Function SERIES = function("series", f -> {
        f.argument("", integer());
        f.argument("", integer());
        f.returnsSetOf(integer()).language("internal").immutable().strict().cost(0.5);
        f.support(BUILT_IN.named("generate_series_int4_support")).body("generate_series_int4");
    });

    @Override
    Schema declared() {
        return schema("natives", STEMMER, NUMBER, SERIES);
    }

    @Override
    String plainSql() {
        return """
                CREATE FUNCTION stemmer(internal) RETURNS internal LANGUAGE c STRICT
                    AS '$libdir/dict_snowball', 'dsnowball_init';
                CREATE FUNCTION row_no() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
                CREATE FUNCTION series(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT COST 0.5
                    SUPPORT generate_series_int4_support AS 'generate_series_int4';
                """;
    }

    @Override
    List<String> removals() {
        return List.of("DROP FUNCTION stemmer; DROP FUNCTION row_no; DROP FUNCTION series");
    }

    @Override
    List<Change> changes() {
        String series = "function series(integer, integer): ";
        return List.of(
                Change.of("DROP FUNCTION stemmer; CREATE FUNCTION stemmer(internal) RETURNS internal LANGUAGE c STRICT"
                        + " AS '$libdir/dict_snowball', 'dsnowball_lexize'",
                        "function stemmer(internal): body: schema says AS '$libdir/dict_snowball', 'dsnowball_init', store"
                                + " has AS '$libdir/dict_snowball', 'dsnowball_lexize'"),
                Change.of("DROP FUNCTION row_no;"
                        + " CREATE FUNCTION row_no() RETURNS bigint LANGUAGE internal IMMUTABLE AS 'window_row_number'",
                        "function row_no(): WINDOW: schema says WINDOW, store has nothing"),
                Change.of(
                        "DROP FUNCTION series; CREATE FUNCTION series(integer, integer) RETURNS SETOF integer LANGUAGE"
                                + " internal IMMUTABLE STRICT COST 1 AS 'generate_series_int4'",
                        series + "COST: schema says 0.5, store has nothing",
                        series + "SUPPORT: schema says pg_catalog.generate_series_int4_support, store has nothing"));
    }

    @Test
    void aTransformIsNamedByItsType() {
        Schema schema = schema("transforms", function("same", f -> {
            f.argument("a", integer());
            f.returns(integer()).language("sql").transformForType(integer()).cost(100).body("SELECT a");
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal),"
                    + " TO SQL WITH FUNCTION int4recv(internal))");
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
            Report made = initializer.apply();
            assertThat(made.steps(Step.Status.DONE)).hasSize(1);
            assertThat(initializer.apply().isComplete()).isTrue();
            database.execute("CREATE OR REPLACE FUNCTION same(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a'");
            assertThat(initializer.apply().stores().getFirst().drift().stream().map(it -> it.comparison()))
                    .containsExactly("function same(integer): TRANSFORM: schema says integer, store has nothing");
        }
    }
}
