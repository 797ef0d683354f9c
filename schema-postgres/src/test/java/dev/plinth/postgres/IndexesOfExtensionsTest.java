package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.extensionMethod;
import static dev.plinth.dsl.SchemaDsl.extensionOperatorClass;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.diff.Drift;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods and operator classes that extensions bring, or that live in a namespace of the database. */
class IndexesOfExtensionsTest {

    private static final Schema SCHEMA = schema("files", table("files", t -> {
        var path = t.column("path", text());
        var size = t.column("size", integer());
        t.index("files_trigrams").on(path.operatorClass(extensionOperatorClass("pg_trgm", "gin_trgm_ops"))).using(GIN);
        t.index("files_signatures").on(path.operatorClass(extensionOperatorClass("pg_trgm", "gist_trgm_ops")
                .with("siglen", 32))).using(GIST);
        t.index("files_bloom").on(size, path).using(extensionMethod("bloom", "bloom")).with("length", 128).with("col1",
                3);
        t.index("files_gist").on(size.operatorClass(extensionOperatorClass("btree_gist", "gist_int4_ops"))).using(GIST);
    }));

    private static final String SQL = """
            CREATE TABLE files (path text, size integer);
            CREATE INDEX files_trigrams ON files USING gin (path gin_trgm_ops);
            CREATE INDEX files_signatures ON files USING gist (path gist_trgm_ops (siglen = 32));
            CREATE INDEX files_bloom ON files USING bloom (size, path) WITH (col1 = 3, length = 128);
            CREATE INDEX files_gist ON files USING gist (size);
            """;

    private static final String EXTENSIONS =
            "CREATE EXTENSION pg_trgm; CREATE EXTENSION bloom; CREATE EXTENSION btree_gist;";

    static final Acceptance ACCEPTANCE = new Acceptance(SCHEMA, EXTENSIONS + SQL);

    @OnEachServer
    void areTheSameAsFromThePlainSqlWithTheirExtensions(PostgresServer server) {
        ACCEPTANCE.check(server);
    }

    @Test
    void differWhereTheOperatorClassDoes() {
        assertThat(ACCEPTANCE.drift("DROP INDEX files_signatures;"
                + " CREATE INDEX files_signatures ON files USING gist (path gist_trgm_ops (siglen = 64))"))
                .containsExactly("index files_signatures on files: keys: schema says (path gist_trgm_ops (siglen=32)),"
                        + " store has (path gist_trgm_ops (siglen=64)); left as it is; change it with a migration, or change"
                        + " the schema");
    }

    @Test
    void areFoundWhereverTheExtensionIs() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE SCHEMA more; CREATE EXTENSION pg_trgm SCHEMA more; CREATE EXTENSION btree_gist SCHEMA more");

            SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(database.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'files_trigrams'"))
                    .containsExactly(
                            "CREATE INDEX files_trigrams ON public.files USING gin (path more.gin_trgm_ops)");
        }
    }

    /** The planner is not asked about functions of extensions, and none is needed to read the same words. */
    @Test
    void areTheSameInCapitalsAndWithOtherBlanks() {
        Schema schema = schema("files", extension("pg_trgm"), table("files", t -> {
            var path = t.column("path", text());
            t.index("files_words").on(sql("public.Show_Trgm( PATH )")).where("public.SHOW_TRGM(path) is not null");
            t.index("files_path").on(path).where("public.show_limit() > 0");
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE EXTENSION pg_trgm; CREATE TABLE files (path text);"
                    + "CREATE INDEX files_words ON files (show_trgm(path)) WHERE show_trgm(path) IS NOT NULL;"
                    + "CREATE INDEX files_path ON files (path) WHERE path > ''");

            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                    "index files_path on files: predicate: schema says WHERE public.show_limit() > 0,"
                            + " store has WHERE path > ''::text (could not be proved equal or different)");
        }
    }

    @Test
    void mayBeOfANamespaceOfTheDatabase() {
        Schema schema = schema("numbers", table("numbers", t -> {
            var number = t.column("number", integer());
            var name = t.column("name", text());
            t.index("numbers_own").on(number.operatorClass(namespace("app").operatorClass("number_ops")),
                    name.sortedBy(new QualifiedName("app", "Plain")));
        }));
        new Acceptance(schema, """
                CREATE SCHEMA app;
                CREATE COLLATION app."Plain" (locale = 'C');
                CREATE OPERATOR CLASS app.number_ops FOR TYPE integer USING btree AS
                  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
                CREATE TABLE numbers (number integer, name text);
                CREATE INDEX numbers_own ON numbers (number app.number_ops, name COLLATE app."Plain");
                """).comesBack(PostgresServers.main(), List.of("DROP INDEX numbers_own"));
    }
}
