package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.StoreException;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Supplement;
import dev.plinth.naming.SupplementNames;
import dev.plinth.postgres.InspectedSchema.Unrepresented;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.Respelled;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.rule.SchemaRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
            COMMENT ON RULE quiet ON orders IS 'said';
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            CREATE TABLE measures (day date) PARTITION BY RANGE (day);
            CREATE TABLE measures_1 PARTITION OF measures FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
            CREATE TABLE child () INHERITS (orders);
            CREATE VIEW names AS SELECT id FROM orders;
            CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS many FROM orders;
            CREATE INDEX counted_many ON counted (many);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touch_names INSTEAD OF INSERT ON names FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE TRIGGER off BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
            ALTER TABLE orders DISABLE TRIGGER off;
            ALTER TABLE orders DISABLE RULE quiet;
            ALTER MATERIALIZED VIEW counted CLUSTER ON counted_many;
            CREATE FUNCTION equal(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
            CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = text, FUNCTION = equal);
            CREATE OPERATOR FAMILY several USING btree;
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION pair_of(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::pair';
            CREATE CAST (integer AS pair) WITH FUNCTION pair_of(integer);
            CREATE DEFAULT CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH PARSER tokens (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
              LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize);
            COMMENT ON TEXT SEARCH TEMPLATE plain IS 'said';
            CREATE STATISTICS together ON id, note FROM orders;
            CREATE TYPE shell;
            COMMENT ON TYPE shell IS 'said';
            COMMENT ON COLUMN names.id IS 'said';
            COMMENT ON TRIGGER touch_names ON names IS 'said';
            CREATE SCHEMA empty;
            CREATE FUNCTION heard() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER audit ON ddl_command_end EXECUTE FUNCTION heard();
            COMMENT ON EVENT TRIGGER audit IS 'said';
            CREATE PUBLICATION news FOR TABLE orders;
            CREATE FOREIGN DATA WRAPPER wrapper;
            CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;
            CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;
            CREATE FOREIGN TABLE far (id integer) SERVER elsewhere;
            CREATE STATISTICS counts ON (id + 1), (id + 2) FROM far;
            CREATE SCHEMA app;
            CREATE TABLE app.days (day date) PARTITION BY RANGE (day);
            CREATE FOREIGN TABLE app.days_1 PARTITION OF app.days FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')
              SERVER elsewhere;
            CREATE TRIGGER seen AFTER INSERT ON app.days_1 FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE UNLOGGED TABLE brief (id integer);
            CREATE EXTENSION hstore;
            CREATE INDEX brief_id ON brief (id);
            ALTER INDEX brief_id DEPENDS ON EXTENSION hstore;
            ALTER FUNCTION touch() DEPENDS ON EXTENSION hstore;
            ALTER MATERIALIZED VIEW counted DEPENDS ON EXTENSION hstore;
            ALTER TRIGGER touch_names ON names DEPENDS ON EXTENSION hstore;
            CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
            CREATE TYPE whole;
            CREATE FUNCTION whole_canonical(whole) RETURNS whole LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
            CREATE TYPE whole AS RANGE (SUBTYPE = integer, CANONICAL = whole_canonical);
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
                            foreign table app.days_1: is not read into the schema
                            foreign table app.days_1: the schema does not say privileges
                            foreign table far: is not read into the schema
                            foreign table far: the schema does not say privileges
                            foreign-data wrapper wrapper: is not read into the schema
                            function public.touch(): the schema does not say DEPENDS ON EXTENSION hstore
                            index public.brief_id: the schema does not say DEPENDS ON EXTENSION hstore
                            materialized view counted: the schema does not say CLUSTER ON counted_many
                            materialized view public.counted: the schema does not say DEPENDS ON EXTENSION hstore
                            namespace empty: is not read into the schema
                            operator family several for btree: is not read into the schema
                            publication news: is not read into the schema
                            range type whole: the schema does not say CANONICAL public.whole_canonical(public.whole)
                            rule quiet on orders: the schema does not say DISABLE RULE
                            server elsewhere: is not read into the schema
                            statistics object counts: is not read into the schema
                            text search parser tokens: is not read into the schema
                            text search template plain: is not read into the schema
                            text search template public.plain: the schema does not say COMMENT
                            transform for integer language sql: is not read into the schema
                            trigger off on orders: the schema does not say DISABLE TRIGGER
                            trigger seen on app.days_1: is not read into the schema
                            trigger touch_names on public.names: the schema does not say DEPENDS ON EXTENSION hstore
                            type shell: the schema does not say COMMENT
                            user mapping public on elsewhere: is not read into the schema
                            """.lines().toList());
        }
    }

    static List<KindAcceptance> kinds() {
        return List.of(new RowSecurityTest(), new InheritanceTest(), new OperatorTest(), new PartitioningTest(),
                new ViewTest(), new RuleTest(), new CommentTest(), new GrantTest(), new TextSearchTest());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindComesBack(KindAcceptance kind) {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(kind.plainSql());

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(Sameness.of(inspected.schema()).toString()).isEqualTo(Sameness.of(kind.declared()).toString());
            assertMakesTheSameAgain(inspected.schema(), database);
        }
    }

    private static void assertMakesTheSameAgain(Schema schema, TestDatabase database) {
        assertMakesTheSameAgain(schema, database, PostgresServers.main());
    }

    private static void assertMakesTheSameAgain(Schema schema, TestDatabase database, PostgresServer server) {
        assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
        Sameness.assertNothingDiffers(schema, database);
        try (TestDatabase again = server.createDatabase()) {
            assertThat(SchemaInitializer.of(schema).with(PostgresStore.of(again.dataSource())).apply())
                    .matches(Report::isComplete, "complete");
            assertThat(Respelled.of(again.description())).isEqualTo(Respelled.of(database.description()));
        }
    }

    @Test
    void commentsComeBackFromWhereverTheyStand() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("""
                    CREATE SCHEMA "Tenant-1";
                    COMMENT ON SCHEMA "Tenant-1" IS 'of a namespace';
                    CREATE TABLE "Tenant-1".notes (id serial CONSTRAINT positive CHECK (id > 0));
                    COMMENT ON SEQUENCE "Tenant-1".notes_id_seq IS 'of a sequence that a column owns';
                    CREATE POLICY own ON "Tenant-1".notes USING (id > 0);
                    COMMENT ON POLICY own ON "Tenant-1".notes IS 'of a policy';
                    CREATE TABLE more () INHERITS ("Tenant-1".notes);
                    COMMENT ON COLUMN more.id IS 'of a column that is inherited';
                    CREATE TYPE pair AS (a integer, b integer);
                    CREATE FUNCTION pair_of(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1, $1)::pair';
                    CREATE CAST (integer AS pair) WITH FUNCTION pair_of(integer);
                    COMMENT ON CAST (integer AS pair) IS 'of a cast';
                    CREATE CAST (integer AS inet) WITH INOUT;
                    COMMENT ON CAST (integer AS inet) IS 'of a cast of types that are built in';
                    CREATE AGGREGATE of_all(text[]) (SFUNC = array_cat, STYPE = text[]);
                    COMMENT ON AGGREGATE of_all(text[]) IS 'of an aggregate';
                    CREATE EXTENSION hstore SCHEMA "Tenant-1";
                    CREATE CAST ("Tenant-1".hstore AS inet) WITH INOUT;
                    COMMENT ON CAST ("Tenant-1".hstore AS inet) IS 'of a cast of what an extension owns';
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(inspected.schema().objects(Comment.class).stream()
                    .map(comment -> SupplementNames.of(comment) + ": " + comment.text()))
                    .containsExactlyInAnyOrder(
                            "on namespace Tenant-1: of a namespace",
                            "on sequence Tenant-1.notes_id_seq: of a sequence that a column owns",
                            "on policy own on Tenant-1.notes: of a policy",
                            "on column more.id: of a column that is inherited",
                            "on cast (integer AS pair): of a cast",
                            "on cast (integer AS inet): of a cast of types that are built in",
                            "on cast (hstore AS inet): of a cast of what an extension owns",
                            "on function of_all(text[]): of an aggregate");
            assertMakesTheSameAgain(inspected.schema(), database);

            database.execute("""
                    CREATE TABLE most () INHERITS ("Tenant-1".notes);
                    COMMENT ON CONSTRAINT positive ON most IS 'of what is not declared';
                    COMMENT ON SCHEMA public IS 'other than usual';
                    """);
            inspected = PostgresSchemas.inspect(database.dataSource());
            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)).containsExactly(
                    "constraint positive on most: the schema does not say COMMENT");
            assertThat(inspected.schema().objects(Comment.class)).hasSize(9);
            Sameness.assertNothingDiffers(inspected.schema(), database);
        }
    }

    /** What a person would write for kinds that no random schema has. */
    static Stream<Arguments> databases() {
        Supplier<PostgresServer> main = PostgresServers::main;
        Supplier<PostgresServer> newest = () -> PostgresServers.embedded(18);
        Stream<KindAcceptance> kinds = Stream.of(
                new SerialAndIdentityTest(), new TableStorageTest(), new AggregateTest(), new NativeFunctionTest(),
                new SqlBodyTest());
        return Stream.concat(
                kinds.map(kind -> Arguments.of(kind.getClass().getSimpleName(), main, kind.plainSql())),
                Stream.of(
                        Arguments.of("keys of partitioned tables", main, """
                                CREATE TABLE codes (code text, number integer)
                                  PARTITION BY RANGE (code COLLATE "C" text_pattern_ops, number);
                                CREATE TABLE regions (region text) PARTITION BY LIST (lower(region));
                                """),
                        Arguments.of("foreign keys to partitions by keys of their tables", main, """
                                CREATE TABLE regions (code text PRIMARY KEY, number integer) PARTITION BY LIST (code);
                                CREATE TABLE eu PARTITION OF regions FOR VALUES IN ('de', 'fr') PARTITION BY LIST (code);
                                CREATE TABLE de PARTITION OF eu FOR VALUES IN ('de');
                                CREATE UNIQUE INDEX numbers ON regions (number, code);
                                CREATE TABLE a_cities (code text REFERENCES de, number integer,
                                    FOREIGN KEY (code, number) REFERENCES eu (code, number));
                                """),
                        Arguments.of("statistics", main, """
                                CREATE TABLE places (city text, zip text);
                                CREATE STATISTICS together (dependencies) ON city, zip, lower(city) FROM places;
                                CREATE STATISTICS folded ON lower(city) FROM places;
                                CREATE TABLE visits (day date, place text) PARTITION BY RANGE (day);
                                CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                                CREATE STATISTICS of_part ON day, place FROM visits_1;
                                """),
                        Arguments.of("a child that had its columns before", main, """
                                CREATE TABLE a (id serial PRIMARY KEY, created timestamptz DEFAULT now(), note text);
                                CREATE TABLE g (id int NOT NULL, created timestamptz, note text);
                                ALTER TABLE g INHERIT a;
                                CREATE TABLE h () INHERITS (g);
                                """),
                        Arguments.of("constraints", main, ConstraintsTest.ACCEPTANCE.sql()),
                        Arguments.of("constraints since PostgreSQL 15", main, ConstraintsTest.SOME_COLUMNS_SQL),
                        Arguments.of("indexes of extensions", main, IndexesOfExtensionsTest.ACCEPTANCE.sql()),
                        Arguments.of("what came with PostgreSQL 16 to 18", newest, CollationTest.RULES_SQL
                                + GeneratedColumnTest.VIRTUAL_SQL + ConstraintsTest.PERIODS_SQL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void aDatabaseMadeByHandIsMadeOnceMore(String name, Supplier<PostgresServer> server, String sql) {
        try (TestDatabase database = server.get().createDatabase()) {
            database.execute(sql);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertMakesTheSameAgain(inspected.schema(), database, server.get());
        }
    }

    @OnEachServer
    void privilegesComeBackButForThoseThatNoGrantGives(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE SCHEMA app;
                    GRANT USAGE ON SCHEMA app TO PUBLIC, pg_monitor;
                    CREATE TABLE app.orders (id serial, note text, amount numeric);
                    GRANT SELECT (id, note), UPDATE (amount) ON app.orders TO pg_monitor;
                    GRANT INSERT, DELETE ON app.orders TO pg_monitor WITH GRANT OPTION;
                    GRANT SELECT ON app.orders TO PUBLIC;
                    GRANT USAGE, SELECT ON SEQUENCE app.orders_id_seq TO pg_monitor;
                    CREATE TYPE app.pair AS (a integer);
                    GRANT USAGE ON TYPE app.pair TO pg_monitor;
                    CREATE DOMAIN amount AS integer;
                    GRANT USAGE ON DOMAIN amount TO pg_monitor;
                    CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * x';
                    CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
                    GRANT EXECUTE ON FUNCTION twice(integer) TO pg_monitor;
                    GRANT EXECUTE ON PROCEDURE tidy() TO pg_monitor;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO pg_monitor;
                    ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(inspected.schema().objects(Supplement.class).stream().map(SupplementNames::of))
                    .containsExactlyInAnyOrder(
                            "USAGE on namespace app to PUBLIC",
                            "USAGE on namespace app to pg_monitor",
                            "SELECT (id, note) on table app.orders to pg_monitor",
                            "UPDATE (amount) on table app.orders to pg_monitor",
                            "INSERT, DELETE on table app.orders to pg_monitor with grant option",
                            "SELECT on table app.orders to PUBLIC",
                            "SELECT, USAGE on sequence app.orders_id_seq to pg_monitor",
                            "USAGE on type app.pair to pg_monitor",
                            "USAGE on domain amount to pg_monitor",
                            "EXECUTE on function twice(integer) to pg_monitor",
                            "EXECUTE on procedure tidy() to pg_monitor",
                            "SELECT, INSERT on tables in namespace app to pg_monitor",
                            "EXECUTE on functions of pg_monitor in namespace app to PUBLIC");
            assertMakesTheSameAgain(inspected.schema(), database, server);

            database.execute("""
                    CREATE TABLE kept ();
                    GRANT SELECT ON kept TO pg_monitor WITH GRANT OPTION;
                    SET ROLE pg_monitor;
                    GRANT SELECT ON kept TO pg_signal_backend;
                    RESET ROLE;
                    REVOKE EXECUTE ON FUNCTION twice(integer) FROM PUBLIC;
                    REVOKE EXECUTE ON PROCEDURE tidy() FROM PUBLIC;
                    REVOKE USAGE ON TYPE app.pair FROM PUBLIC;
                    REVOKE USAGE ON DOMAIN amount FROM PUBLIC;
                    REVOKE USAGE ON SCHEMA public FROM PUBLIC;
                    DO $$ BEGIN EXECUTE format('REVOKE DELETE, INSERT ON app.orders FROM %I', current_user); END $$;
                    DO $$ BEGIN EXECUTE format('GRANT SELECT (id) ON app.orders TO %I', current_user); END $$;
                    """);
            assertThat(PostgresSchemas.inspect(database.dataSource()).unrepresented().stream()
                    .map(Unrepresented::message).map(line -> line.replace(database.user(), "USER")))
                    .containsExactly(
                            "column app.orders.id: the schema does not say SELECT of its owner",
                            "domain amount: the schema does not say REVOKE USAGE FROM PUBLIC",
                            "function twice(integer): the schema does not say REVOKE EXECUTE FROM PUBLIC",
                            "namespace public: the schema does not say REVOKE USAGE FROM PUBLIC",
                            "procedure tidy(): the schema does not say REVOKE EXECUTE FROM PUBLIC",
                            "table app.orders: the schema does not say REVOKE DELETE, INSERT FROM USER",
                            "table kept: the schema does not say SELECT GRANTED BY pg_monitor",
                            "type app.pair: the schema does not say REVOKE USAGE FROM PUBLIC");
        }
    }

    @OnEachServer
    void whatAPartitionHasOtherwiseThanItsTableIsSaidOrNamed(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                    CREATE TABLE events (id bigint GENERATED BY DEFAULT AS IDENTITY, day date DEFAULT now(),
                        kind text CHECK (kind <> ''), total integer GENERATED ALWAYS AS (1 + 1) STORED,
                        note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                    CREATE INDEX ON events (lower(kind)) INCLUDE (note);
                    CREATE TRIGGER touch BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION touch();
                    CREATE TABLE events_1 (note text, id bigint NOT NULL, day date DEFAULT now() NOT NULL, total integer
                        GENERATED ALWAYS AS (1 + 1) STORED, kind text DEFAULT 'a' NOT NULL,
                        CONSTRAINT events_kind_check CHECK (kind <> ''));
                    ALTER TABLE events ATTACH PARTITION events_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                    CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
                    CREATE INDEX ON events_2 (day);
                    CREATE POLICY own ON events_2 USING (id > 0);
                    COMMENT ON TABLE events_2 IS 'said of a partition';
                    GRANT SELECT ON events_2 TO pg_monitor;
                    ALTER TABLE events_2 ENABLE ROW LEVEL SECURITY;
                    ALTER TABLE events ALTER note SET STORAGE EXTERNAL;
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)).containsExactly(
                    "table events_1: the schema does not say the order of its columns");
            assertThat(SchemaRules.check(inspected.schema())).isEmpty();
            Sameness.assertNothingDiffers(inspected.schema(), database);
            database.execute("ALTER TABLE events DETACH PARTITION events_1; DROP TABLE events_1");
            assertMakesTheSameAgain(PostgresSchemas.inspect(database.dataSource()).schema(), database, server);

            database.execute("""
                    ALTER TABLE events_2 ALTER day DROP DEFAULT, ALTER note SET STATISTICS 7, ALTER note SET STORAGE MAIN,
                        CLUSTER ON events_2_pkey, DISABLE TRIGGER touch;
                    ALTER INDEX events_2_lower_note_idx RENAME TO other;
                    ALTER INDEX events_2_pkey RENAME TO the_key;
                    CREATE TABLE plain (id integer DEFAULT 1, note text);
                    CREATE TABLE child () INHERITS (plain);
                    ALTER TABLE child ALTER id SET DEFAULT 2, ALTER note SET NOT NULL;
                    CREATE TABLE adopted (note text, id integer);
                    ALTER TABLE adopted INHERIT plain;
                    CREATE SCHEMA elsewhere;
                    CREATE TABLE elsewhere.events_3 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01')
                      PARTITION BY RANGE (id);
                    CREATE TABLE elsewhere.events_3_1 PARTITION OF elsewhere.events_3 FOR VALUES FROM (1) TO (9);
                    CREATE TABLE elsewhere.events_3_2 PARTITION OF elsewhere.events_3 FOR VALUES FROM (9) TO (99);
                    UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'events_2'::regclass;
                    """);
            assertThat(PostgresSchemas.inspect(database.dataSource()).unrepresented().stream()
                    .map(Unrepresented::message))
                    .containsExactly(
                            "column child.id: the schema does not say DEFAULT of what is inherited",
                            "column child.note: the schema does not say NOT NULL of what is inherited",
                            "column events_2.day: the schema does not say DROP DEFAULT",
                            "column events_2.note: the schema does not say SET STATISTICS 7",
                            "column events_2.note: the schema does not say SET STORAGE MAIN",
                            "constraint the_key on events_2: the schema does not say its name",
                            "index other on events_2: the schema does not say its name",
                            "table adopted: the schema does not say the order of its columns",
                            "table events_2: the schema does not say CLUSTER ON the_key",
                            "table events_2: the schema does not say DETACH PARTITION CONCURRENTLY, not finished",
                            "trigger touch on events_2: the schema does not say DISABLE TRIGGER");
            assertThat(PostgresSchemas.inspect(database.dataSource(), "elsewhere").unrepresented().stream()
                    .map(Unrepresented::message))
                    .containsExactly(
                            "namespace elsewhere: is not read into the schema",
                            "table elsewhere.events_3: the schema does not say INHERITS events, which was not inspected",
                            "table elsewhere.events_3_1: the schema does not say INHERITS elsewhere.events_3, which is not read",
                            "table elsewhere.events_3_2: the schema does not say INHERITS elsewhere.events_3, which is not read");
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
            "read into the model",
            words("""
                    pg_attrdef pg_attribute pg_class pg_collation pg_constraint pg_depend pg_enum pg_extension pg_index
                    pg_namespace pg_proc pg_range pg_sequence pg_trigger pg_type pg_database pg_aggregate pg_cast pg_inherits
                    pg_operator pg_partitioned_table pg_policy pg_description
                    pg_default_acl pg_init_privs pg_rewrite pg_statistic_ext pg_ts_config pg_ts_config_map pg_ts_dict"""),
            "named as what is not read",
            words("""
                    pg_am pg_amop pg_amproc pg_conversion pg_db_role_setting
                    pg_event_trigger pg_foreign_data_wrapper pg_foreign_server pg_foreign_table pg_language
                    pg_opclass pg_opfamily pg_publication pg_publication_namespace pg_publication_rel pg_seclabel
                    pg_subscription pg_subscription_rel pg_tablespace pg_transform pg_ts_parser pg_ts_template pg_user_mapping"""),
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
                    COMMENT ON EXTENSION fuzzystrmatch IS 'Not as it came';
                    CREATE TABLE difference (place geography(Point, 4326));
                    CREATE FUNCTION levenshtein(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            Schema schema = inspected.schema();
            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(schema.extensions()).containsExactly(
                    new Extension("fuzzystrmatch", null, null, "Not as it came"), new Extension("postgis"));
            assertThat(schema.tables()).extracting(table -> table.name().display()).containsExactly("difference");
            assertThat(schema.functions()).extracting(function -> function.name().display())
                    .containsExactly("levenshtein");
            Sameness.assertNothingDiffers(schema, database);

            database.execute("""
                    CREATE STATISTICS of_theirs ON srid, auth_srid FROM spatial_ref_sys;
                    GRANT INSERT ON spatial_ref_sys TO pg_monitor WITH GRANT OPTION;
                    REVOKE SELECT ON spatial_ref_sys FROM PUBLIC;
                    REVOKE EXECUTE ON FUNCTION levenshtein(text, text) FROM PUBLIC;
                    REVOKE EXECUTE ON FUNCTION soundex(text) FROM PUBLIC;
                    GRANT EXECUTE ON FUNCTION soundex(text) TO PUBLIC;
                    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
                    GRANT USAGE ON LANGUAGE sql TO pg_monitor;
                    COMMENT ON EXTENSION postgis IS NULL;
                    COMMENT ON EXTENSION plpgsql IS 'Ours';
                    """);
            inspected = PostgresSchemas.inspect(database.dataSource());
            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)).containsExactly(
                    "extension plpgsql: the schema does not say COMMENT",
                    "extension postgis: the schema does not say COMMENT ... IS NULL",
                    "function levenshtein(text, text): the schema does not say REVOKE EXECUTE FROM PUBLIC",
                    "language plpgsql: the schema does not say REVOKE USAGE FROM PUBLIC",
                    "language sql: the schema does not say GRANT USAGE TO pg_monitor",
                    "statistics object of_theirs: is not read into the schema",
                    "table spatial_ref_sys: the schema does not say GRANT INSERT TO pg_monitor WITH GRANT OPTION",
                    "table spatial_ref_sys: the schema does not say REVOKE SELECT FROM PUBLIC");
            assertThat(inspected.schema()).isEqualTo(schema);
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
                    CREATE TABLE app.visits (day date, country text REFERENCES countries) PARTITION BY RANGE (day);
                    CREATE TABLE app.visits_1 PARTITION OF app.visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                    CREATE TYPE pair AS (a integer);
                    CREATE FUNCTION app.pair_of(app.mood) RETURNS pair LANGUAGE sql AS 'SELECT ROW(1)::public.pair';
                    CREATE CAST (app.mood AS pair) WITH FUNCTION app.pair_of(app.mood);
                    COMMENT ON CAST (app.mood AS pair) IS 'at home elsewhere';
                    """);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource(), "app");

            assertThat(inspected.unrepresented().stream().map(Unrepresented::message)).containsExactly(
                    "foreign key people_country_fkey on app.people:"
                            + " the schema does not say REFERENCES countries, which was not inspected",
                    "foreign key visits_country_fkey on app.visits:"
                            + " the schema does not say REFERENCES countries, which was not inspected");
            assertThat(inspected.schema().tables()).extracting(table -> table.name().display())
                    .containsExactly("app.people", "app.visits", "app.visits_1");
            assertThat(inspected.schema().objects(Comment.class)).extracting(Comment::text)
                    .containsExactly("at home elsewhere");
            assertThat(SchemaJson.parse(SchemaJson.toJson(inspected.schema()))).isEqualTo(inspected.schema());
            Sameness.assertNothingDiffers(PostgresSchemas.inspect(database.dataSource()).schema(), database);
            assertThatThrownBy(() -> PostgresSchemas.inspect(database.dataSource(), "apps"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("postgres: there is no namespace \"apps\"; the database has app, public");

            database.execute("DROP SCHEMA public CASCADE");
            assertThat(PostgresSchemas.inspect(database.dataSource()).schema().tables())
                    .extracting(table -> table.name().display())
                    .containsExactly("app.people", "app.visits", "app.visits_1");
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
