package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreException;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Extension;
import dev.plinth.postgres.InspectedSchema.Unrepresented;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.Respelled;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresSchemasTest {

    /** What is not read, beside some that is: a kind that is read one day moves from here to its own test. */
    private static final String BEYOND = """
            CREATE TABLE orders (id bigint PRIMARY KEY, note text);
            CREATE POLICY own ON orders USING (id > 0);
            CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING;
            COMMENT ON TABLE orders IS 'said';
            COMMENT ON COLUMN orders.note IS 'said';
            COMMENT ON CONSTRAINT orders_pkey ON orders IS 'said';
            COMMENT ON POLICY own ON orders IS 'said';
            COMMENT ON RULE quiet ON orders IS 'said';
            CREATE SCHEMA "Tenant-1";
            CREATE TABLE "Tenant-1".notes (id integer);
            COMMENT ON TABLE "Tenant-1".notes IS 'said';
            COMMENT ON SCHEMA "Tenant-1" IS 'said';
            COMMENT ON SCHEMA public IS 'said';
            GRANT SELECT ON orders TO PUBLIC;
            GRANT UPDATE (note) ON orders TO PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;
            CREATE TABLE measures (day date) PARTITION BY RANGE (day);
            CREATE TABLE measures_1 PARTITION OF measures FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
            CREATE TABLE child () INHERITS (orders);
            CREATE VIEW names AS SELECT id FROM orders;
            CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS many FROM orders;
            CREATE INDEX counted_many ON counted (many);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            REVOKE EXECUTE ON FUNCTION touch() FROM PUBLIC;
            CREATE TRIGGER touch_names INSTEAD OF INSERT ON names FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER off BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
            ALTER TABLE orders DISABLE TRIGGER off;
            CREATE FUNCTION equal(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
            CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = text, FUNCTION = equal);
            CREATE OPERATOR FAMILY several USING btree;
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION pair_of(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::pair';
            CREATE CAST (integer AS pair) WITH FUNCTION pair_of(integer);
            CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION search (COPY = simple);
            CREATE STATISTICS together ON id, note FROM orders;
            CREATE STATISTICS counts ON (many + 1), (many + 2) FROM counted;
            CREATE TYPE shell;
            CREATE SCHEMA empty;
            CREATE FUNCTION heard() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER audit ON ddl_command_end EXECUTE FUNCTION heard();
            COMMENT ON EVENT TRIGGER audit IS 'said';
            CREATE PUBLICATION news FOR TABLE orders;
            CREATE FOREIGN DATA WRAPPER wrapper;
            CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;
            CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;
            CREATE FOREIGN TABLE far (id integer) SERVER elsewhere;
            CREATE UNLOGGED TABLE brief (id integer);
            DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''8MB''', current_database()); END $$;
            """;

    @Test
    void whatIsNotReadIsNamed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(BEYOND);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)
                    .map(line -> line.replace(database.name(), "DATABASE").replace(database.user(), "USER")))
                    .containsExactlyElementsOf("""
                            base type shell: is not read into the schema
                            conversion latin: is not read into the schema
                            database DATABASE: the schema does not say work_mem=8MB
                            default privileges of USER: the schema does not say privileges
                            event trigger audit: is not read into the schema
                            event trigger audit: the schema does not say COMMENT
                            foreign table far: is not read into the schema
                            foreign table far: the schema does not say privileges
                            foreign-data wrapper wrapper: is not read into the schema
                            function touch: the schema does not say privileges
                            index public.counted_many on counted: is not read into the schema
                            materialized view counted: is not read into the schema
                            materialized view counted: the schema does not say privileges
                            namespace empty: is not read into the schema
                            operator family several for btree: is not read into the schema
                            policy own on public.orders: the schema does not say COMMENT
                            publication news: is not read into the schema
                            rule quiet on orders: is not read into the schema
                            rule quiet on public.orders: the schema does not say COMMENT
                            schema "Tenant-1": the schema does not say COMMENT
                            schema public: the schema does not say COMMENT
                            server elsewhere: is not read into the schema
                            statistics object counts: is not read into the schema
                            table "Tenant-1".notes: the schema does not say COMMENT
                            table brief: the schema does not say privileges
                            table child: the schema does not say privileges
                            table column public.orders.note: the schema does not say COMMENT
                            table constraint orders_pkey on public.orders: the schema does not say COMMENT
                            table measures: the schema does not say partitions (1)
                            table measures: the schema does not say privileges
                            table orders: the schema does not say a rule
                            table orders: the schema does not say privileges
                            table orders.note: the schema does not say privileges
                            table public.orders: the schema does not say COMMENT
                            text search configuration search: is not read into the schema
                            text search dictionary words: is not read into the schema
                            trigger off on orders: the schema does not say DISABLE TRIGGER
                            trigger touch_names on names: is not read into the schema
                            user mapping public on elsewhere: is not read into the schema
                            view names: is not read into the schema
                            view names: the schema does not say privileges
                            """.lines().toList());
        }
    }

    static List<KindAcceptance> kinds() {
        return List.of(new RowSecurityTest(), new InheritanceTest(), new OperatorTest());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindComesBackButForWhatIsSaidOfIt(KindAcceptance kind) {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(kind.plainSql());

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            Schema declared = kind.declared();
            Schema silent = new Schema(
                    declared.name(),
                    declared.extensions(),
                    declared.objects().stream().filter(object -> !(object instanceof Comment)).toList(),
                    declared.tables(),
                    List.of(),
                    null);
            assertThat(inspected.unrepresented())
                    .hasSameSizeAs(declared.objects(Comment.class))
                    .allMatch(one -> one.reason().equals("the schema does not say COMMENT"));
            assertThat(Sameness.of(inspected.schema()).toString()).isEqualTo(Sameness.of(silent).toString());
            assertThat(SchemaJson.parse(SchemaJson.toJson(inspected.schema()))).isEqualTo(inspected.schema());
            Sameness.assertNothingDiffers(inspected.schema(), database);
        }
    }

    /** What a person would write for kinds that no random schema has. */
    static Stream<Arguments> databases() {
        Stream<KindAcceptance> kinds = Stream.of(
                new SerialAndIdentityTest(), new TableStorageTest(), new AggregateTest(), new NativeFunctionTest(),
                new SqlBodyTest());
        return Stream.concat(
                kinds.map(kind -> Arguments.of(kind.getClass().getSimpleName(), kind.plainSql())),
                Stream.of(
                        Arguments.of("keys of partitioned tables", """
                                CREATE TABLE codes (code text, number integer)
                                  PARTITION BY RANGE (code COLLATE "C" text_pattern_ops, number);
                                CREATE TABLE regions (region text) PARTITION BY LIST (lower(region));
                                """),
                        Arguments.of("statistics", """
                                CREATE TABLE places (city text, zip text);
                                CREATE STATISTICS together (dependencies) ON city, zip, lower(city) FROM places;
                                CREATE STATISTICS folded ON lower(city) FROM places;
                                """),
                        Arguments.of("constraints", ConstraintsTest.ACCEPTANCE.sql()),
                        Arguments.of("constraints since PostgreSQL 15", ConstraintsTest.SOME_COLUMNS_SQL),
                        Arguments.of("indexes of extensions", IndexesOfExtensionsTest.ACCEPTANCE.sql())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void aDatabaseMadeByHandIsMadeOnceMore(String name, String sql) {
        try (TestDatabase database = PostgresServers.main().createDatabase();
                TestDatabase again = PostgresServers.main().createDatabase()) {
            database.execute(sql);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(SchemaJson.parse(SchemaJson.toJson(inspected.schema()))).isEqualTo(inspected.schema());
            Sameness.assertNothingDiffers(inspected.schema(), database);
            SchemaInitializer.of(inspected.schema()).with(PostgresStore.of(again.dataSource())).apply();
            assertThat(Respelled.of(again.description())).isEqualTo(Respelled.of(database.description()));
        }
    }

    @OnEachServer
    void everyCatalogIsReadOrNamed(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            assertThat(database.query("SELECT relname FROM pg_catalog.pg_class"
                    + " WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'"))
                    .allMatch(catalog -> CATALOGS.values().stream().flatMap(Collection::stream)
                            .anyMatch(catalog::equals));
        }
    }

    private static final Map<String, List<String>> CATALOGS = Map.of(
            "read into the model", words("""
                    pg_attrdef pg_attribute pg_class pg_collation pg_constraint pg_depend pg_enum pg_extension pg_index
                    pg_namespace pg_proc pg_range pg_sequence pg_trigger pg_type pg_database pg_aggregate pg_cast pg_inherits
                    pg_operator pg_partitioned_table pg_policy"""),
            "named as what is not read", words("""
                    pg_am pg_amop pg_amproc pg_conversion pg_db_role_setting pg_default_acl pg_description
                    pg_event_trigger pg_foreign_data_wrapper pg_foreign_server pg_foreign_table pg_init_privs pg_language
                    pg_opclass pg_opfamily pg_publication pg_publication_namespace pg_publication_rel pg_rewrite pg_seclabel
                    pg_statistic_ext pg_subscription pg_subscription_rel pg_tablespace pg_transform pg_ts_config
                    pg_ts_config_map pg_ts_dict pg_ts_parser pg_ts_template pg_user_mapping"""),
            "of the server, and not of a database", words("""
                    pg_authid pg_auth_members pg_parameter_acl pg_replication_origin pg_shdepend pg_shdescription
                    pg_shseclabel"""),
            "data, and what is measured of it", words("""
                    pg_largeobject pg_largeobject_metadata pg_statistic pg_statistic_ext_data"""));

    private static List<String> words(String text) {
        return Arrays.asList(text.split("\\s+"));
    }

    @Test
    void whatAnExtensionOwnsIsTheExtension() {
        try (TestDatabase database = PostgresServers.withPostgis().createDatabase()) {
            database.execute("""
                    CREATE EXTENSION postgis;
                    CREATE EXTENSION fuzzystrmatch;
                    CREATE TABLE difference (place geography(Point, 4326));
                    CREATE FUNCTION levenshtein(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            Schema schema = inspected.schema();
            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(schema.extensions()).containsExactly(new Extension("fuzzystrmatch"), new Extension("postgis"));
            assertThat(schema.tables()).extracting(table -> table.name().display()).containsExactly("difference");
            assertThat(schema.functions()).extracting(function -> function.name().display())
                    .containsExactly("levenshtein");
            Sameness.assertNothingDiffers(schema, database);
        }
    }

    @Test
    void onlyTheNamespacesThatWereAskedForAreRead() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("""
                    CREATE SCHEMA app;
                    CREATE TABLE countries (code text PRIMARY KEY);
                    CREATE TYPE app.mood AS ENUM ('fine');
                    CREATE TABLE app.people (id serial PRIMARY KEY, mood app.mood, country text REFERENCES countries);
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource(), "app");

            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)).containsExactly(
                    "foreign key people_country_fkey on app.people:"
                            + " the schema does not say REFERENCES countries, which was not inspected");
            assertThat(inspected.schema().tables()).extracting(table -> table.name().display())
                    .containsExactly("app.people");
            assertThat(SchemaJson.parse(SchemaJson.toJson(inspected.schema()))).isEqualTo(inspected.schema());
            Sameness.assertNothingDiffers(PostgresSchemas.inspect(database.dataSource()).schema(), database);
            assertThatThrownBy(() -> PostgresSchemas.inspect(database.dataSource(), "apps"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("postgres: there is no namespace \"apps\"; the database has app, public");
        }
    }

    @OnEachServer
    void aBroadSchemaComesBack(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer.of(BroadSchema.builtIn()).with(PostgresStore.of(database.dataSource())).apply();

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(Sameness.of(inspected.schema()).toString()).isEqualTo(
                    Sameness.of(BroadSchema.builtIn()).toString()
                            .replace("Native[sql=int4range]", "BuiltIn[name=INT4RANGE, modifiers=[]]"));
            Sameness.assertNothingDiffers(inspected.schema(), database);
        }
    }
}
