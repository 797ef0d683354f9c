package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dsl.Types;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.naming.TypeNames;
import dev.plinth.naming.TypeWords;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every built-in type, alone, with modifiers and as an array: created, read back as itself, and printed as the server does. */
class BuiltInTypesTest {

    /** Types of the catalog that no column of a table in use has: pseudo-types of the parser and of statistics. */
    private static final String NO_COLUMN_TYPES = "'pg_node_tree', 'pg_ndistinct', 'pg_dependencies', 'pg_mcv_list',"
            + " 'pg_brin_bloom_summary', 'pg_brin_minmax_multi_summary', 'gtsvector', 'pg_ddl_command'";

    private static List<ColumnType> types() {
        Stream<ColumnType> plain = Stream.of(BuiltInType.values())
                .filter(type -> type != BuiltInType.CHAR && type != BuiltInType.BIT)
                .map(type -> new ColumnType.BuiltIn(type, List.of()));
        Stream<ColumnType> modified = Stream.of(
                Types.character(3),
                Types.varchar(7),
                Types.numeric(5, 2),
                Types.bit(4),
                Types.bitVarying(5),
                Types.time(3),
                Types.timeWithTimeZone(0),
                Types.timestamp(2),
                Types.timestampWithTimeZone(1),
                Types.interval(4),
                Types.interval(Types.DAY_TO_SECOND, 2),
                Types.interval(Types.SECOND, 0));
        return Stream.concat(plain, modified).toList();
    }

    private static Schema everything() {
        List<ColumnType> types = types();
        return schema(
                "types",
                table("single", t -> types.forEach(type -> t.column(TypeNames.of(type), type))),
                table("arrays", t -> types.forEach(type -> t.column(TypeNames.of(type), Types.arrayOf(type)))));
    }

    @OnEachServer
    void everyTypeIsReadBackAsItself(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(everything()).with(PostgresStore.of(database.dataSource()));

            Report report = initializer.apply();

            assertThat(report.isComplete()).isTrue();
            assertThat(
                    database.query("SELECT attname FROM pg_attribute WHERE attrelid = 'single'::regclass AND attnum > 0"
                            + " AND attname <> format_type(atttypid, atttypmod)"))
                    .isEmpty();
            Report again = initializer.apply();
            assertThat(again.stores().getFirst().steps()).isEmpty();
            assertThat(again.stores().getFirst().drift()).isEmpty();
        }
    }

    @OnEachServer
    void noTypeOfTheCatalogIsMissing(PostgresServer server) {
        List<String> known = Stream.of(BuiltInType.values())
                .map(type -> type.pattern().replace("%", ""))
                .toList();
        try (TestDatabase database = server.createDatabase()) {
            assertThat(database
                    .query("SELECT format_type(oid, NULL) FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace"
                            + " AND typtype IN ('b', 'r', 'm') AND typcategory <> 'A' AND typname NOT IN ("
                            + NO_COLUMN_TYPES
                            + ") ORDER BY 1"))
                    .isSubsetOf(withAliases(known));
        }
    }

    /** {@code character} is printed for bpchar where no modifier is asked for. */
    private static List<String> withAliases(List<String> known) {
        return Stream.concat(known.stream(), Stream.of("character", "bit")).toList();
    }

    @OnEachServer
    void aScaleBeyondThePrecisionNeedsPostgres15(PostgresServer server) {
        Schema schema = schema("scales", table("scales", t -> {
            t.column("thousands", Types.numeric(3, -3));
            t.column("small", Types.numeric(3, 5));
        }));
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            Report report = initializer.apply();

            int version = Integer.parseInt(database.query("SHOW server_version_num").getFirst()) / 10_000;
            assertThat(report.isComplete()).isEqualTo(version >= 15);
            assertThat(initializer.apply().stores().getFirst().drift()).isEmpty();
        }
    }

    @Test
    void aWordIsWhatTheDslCallsTheType() {
        assertThat(TypeWords.of(Types.interval(Types.DAY_TO_SECOND, 2)))
                .isEqualTo("interval(DAY_TO_SECOND, 2)");
        assertThat(TypeWords.of(Types.pgLsn())).isEqualTo("pgLsn()");
        assertThat(TypeWords.of(Types.bool())).isEqualTo("bool()");
    }
}
