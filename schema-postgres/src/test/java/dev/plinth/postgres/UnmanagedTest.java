package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody declared is named, whatever it is. */
class UnmanagedTest {

    private static final Schema SCHEMA = schema(
            "app",
            table("mine", t -> t.column("id", integer()).notNull()),
            namespace("App").table("Mine", t -> t.column("id", integer())));

    private static final String STRANGERS = """
            CREATE SCHEMA "App";
            CREATE SCHEMA elsewhere;
            CREATE TABLE mine (id integer NOT NULL);
            CREATE TABLE "App"."Mine" (id integer);
            CREATE EXTENSION pg_trgm;
            CREATE AGGREGATE "App".total(integer) (SFUNC = int4pl, STYPE = integer);
            CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2';
            CREATE OPERATOR "App".=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
            CREATE OPERATOR elsewhere.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
            CREATE OPERATOR FAMILY families USING btree;
            CREATE OPERATOR CLASS classes FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION first_of(pair) RETURNS integer LANGUAGE sql AS 'SELECT ($1).a';
            CREATE CAST (pair AS integer) WITH FUNCTION first_of(pair);
            CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
            CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = simple);
            CREATE TEXT SEARCH PARSER tokens (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
              LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize);
            CREATE STATISTICS together ON (id + 1) FROM mine;
            CREATE TYPE shell;
            CREATE FUNCTION noticed() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER notices ON ddl_command_end EXECUTE FUNCTION noticed();
            ALTER EVENT TRIGGER notices DISABLE;
            CREATE PUBLICATION news FOR TABLE mine;
            CREATE FOREIGN DATA WRAPPER files;
            CREATE SERVER shelf FOREIGN DATA WRAPPER files;
            CREATE FOREIGN TABLE pages (id integer) SERVER shelf;
            CREATE TRANSFORM FOR integer LANGUAGE sql (
                FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
            CREATE TRANSFORM FOR pair LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
            CREATE COLLATION bytes (LOCALE = 'C');
            CREATE ACCESS METHOD heaps TYPE TABLE HANDLER heap_tableam_handler;
            CREATE LANGUAGE words HANDLER plpgsql_call_handler;
            """;

    @OnEachServer
    void everyKindIsNamed(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(STRANGERS);
            assertThat(unmanaged(database)).containsExactlyInAnyOrder(
                    "access method heaps",
                    "aggregate App.total(integer)",
                    "base type shell",
                    "cast (public.pair AS integer)",
                    "collation bytes",
                    "composite type pair",
                    "conversion latin",
                    "event trigger notices",
                    "extension pg_trgm",
                    "foreign table pages",
                    "foreign-data wrapper files",
                    "function first_of(public.pair)",
                    "function noticed()",
                    "function same(integer, integer)",
                    "language words",
                    "operator App.===(integer, integer)",
                    "operator class classes for hash",
                    "operator family families for btree",
                    "publication news",
                    "server shelf",
                    "statistics object together",
                    "text search configuration words",
                    "text search dictionary stems",
                    "text search parser tokens",
                    "text search template plain",
                    "transform for public.pair language sql");
        }
    }

    @Test
    void aNotNullWithANameOfItsOwnIsNamed() {
        try (TestDatabase database = PostgresServers.embedded(18).createDatabase()) {
            database.execute("CREATE SCHEMA \"App\"; CREATE TABLE \"App\".\"Mine\" (id integer);"
                    + " CREATE TABLE mine (id integer CONSTRAINT has_id NOT NULL)");
            assertThat(unmanaged(database)).containsExactly("constraint has_id on mine");
        }
    }

    private static List<String> unmanaged(TestDatabase database) {
        Report report =
                SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource())).verify();
        return report.stores().getFirst().unmanaged();
    }
}
