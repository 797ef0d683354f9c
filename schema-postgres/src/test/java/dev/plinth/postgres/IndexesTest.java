package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.BRIN;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.HASH;
import static dev.plinth.dsl.SchemaDsl.SPGIST;
import static dev.plinth.dsl.SchemaDsl.operatorClass;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.tsvector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Indexes with everything that PostgreSQL itself offers, on every version. */
class IndexesTest {

    private static final Schema SCHEMA = schema("files", table("files", t -> {
        var path = t.column("path", text());
        var owner = t.column("owner", text());
        var size = t.column("size", integer());
        var data = t.column("data", jsonb());
        var words = t.column("words", tsvector());
        var created = t.column("created", timestamp());
        t.index("files_path").on(path.operatorClass("text_pattern_ops"), size.desc().nullsLast());
        t.index("files_owner").on(owner.sortedBy("C"), path.sortedBy("POSIX").operatorClass("text_pattern_ops").desc());
        t.index("files_folded").on(sql("lower(path)").sortedBy("C").operatorClass("text_pattern_ops"),
                sql("lower(owner)"));
        t.index("files_size").on(size).unique().include(path, owner).with("fillfactor", 70)
                .with("deduplicate_items", false).where("owner IS NOT NULL");
        t.index("files_data").on(data.operatorClass("jsonb_path_ops")).using(GIN).with("fastupdate", false)
                .with("gin_pending_list_limit", 128);
        t.index("files_words").on(words.operatorClass(operatorClass("tsvector_ops").with("siglen", 100))).using(GIST)
                .include(size).with("buffering", "off");
        t.index("files_created").on(created).using(BRIN).with("pages_per_range", 32).with("autosummarize", true);
        t.index("files_near")
                .on(size.operatorClass(operatorClass("int4_minmax_multi_ops").with("values_per_range", 16)),
                        created)
                .using(BRIN);
        t.index("files_hash").on(path).using(HASH).with("fillfactor", 90);
        t.index("files_prefix").on(path).using(SPGIST).include(size);
        t.index("files_default").on(size.operatorClass("int4_ops"), owner.sortedBy("default"));
    }));

    private static final String SQL = """
            CREATE TABLE files (path text, owner text, size integer, data jsonb, words tsvector, created timestamp);
            CREATE INDEX files_path ON files (path text_pattern_ops, size DESC NULLS LAST);
            CREATE INDEX files_owner ON files (owner COLLATE "C", path COLLATE "POSIX" text_pattern_ops DESC);
            CREATE INDEX files_folded ON files (lower(path) COLLATE "C" text_pattern_ops, lower(owner));
            CREATE UNIQUE INDEX files_size ON files (size) INCLUDE (path, owner)
              WITH (deduplicate_items = false, fillfactor = 70) WHERE owner IS NOT NULL;
            CREATE INDEX files_data ON files USING gin (data jsonb_path_ops)
              WITH (fastupdate = false, gin_pending_list_limit = 128);
            CREATE INDEX files_words ON files USING gist (words tsvector_ops (siglen = 100)) INCLUDE (size)
              WITH (buffering = off);
            CREATE INDEX files_created ON files USING brin (created) WITH (autosummarize = true, pages_per_range = 32);
            CREATE INDEX files_near ON files USING brin (size int4_minmax_multi_ops (values_per_range = 16), created);
            CREATE INDEX files_hash ON files USING hash (path) WITH (fillfactor = 90);
            CREATE INDEX files_prefix ON files USING spgist (path) INCLUDE (size);
            CREATE INDEX files_default ON files (size int4_ops, owner COLLATE "default");
            """;

    private static final Acceptance ACCEPTANCE = new Acceptance(SCHEMA, SQL);

    private static final Schema NULLS = schema("nulls", table("rooms", t -> {
        var number = t.column("number", integer());
        t.index("rooms_number").on(number).unique().nullsNotDistinct().with("fillfactor", 80);
        t.index("rooms_number_plain").on(number);
    }));

    private static final String NULLS_SQL = """
            CREATE TABLE rooms (number integer);
            CREATE UNIQUE INDEX rooms_number ON rooms (number) NULLS NOT DISTINCT WITH (fillfactor = 80);
            CREATE INDEX rooms_number_plain ON rooms (number);
            """;

    @OnEachServer
    void areTheSameAsFromThePlainSql(PostgresServer server) {
        ACCEPTANCE.check(server);
    }

    @OnEachServer
    void comeBack(PostgresServer server) {
        ACCEPTANCE.comesBack(server, Stream.of("path", "owner", "folded", "size", "data", "words", "created", "near",
                "hash", "prefix", "default").map(name -> "DROP INDEX files_" + name).toList());
    }

    @OnEachServer
    void takeNullsForTheSameSincePostgres15(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            if (database.query("SELECT current_setting('server_version_num')::integer >= 150000").contains("t")) {
                new Acceptance(NULLS, NULLS_SQL).check(server);
                return;
            }

            Report report = SchemaInitializer.of(NULLS).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.BLOCKED).stream().map(Step::detail)).containsExactly(
                    "NULLS NOT DISTINCT needs PostgreSQL 15, and the server is PostgreSQL 14; "
                            + "leave nullsNotDistinct() out");
            assertThat(report.steps(Step.Status.DONE)).hasSize(2);
        }
    }

    @OnEachServer
    void mayHaveParametersInAnySpelling(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(SQL.replace("= true", "= ON").replace("= false", "= 'off'").replace("= 70", "= '70'"));

            Report report = SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().drift()).isEmpty();
        }
    }

    static Stream<Arguments> drifts() {
        return Stream.of(
                drift("files_path", "(path, size DESC NULLS LAST)",
                        "keys: schema says (path text_pattern_ops, size DESC NULLS LAST),"
                                + " store has (path, size DESC NULLS LAST)"),
                drift("files_path", "(path varchar_pattern_ops, size DESC NULLS LAST)",
                        "keys: schema says (path text_pattern_ops, size DESC NULLS LAST),"
                                + " store has (path varchar_pattern_ops, size DESC NULLS LAST)"),
                drift("files_path", "(path text_pattern_ops, size DESC)",
                        "keys: schema says (path text_pattern_ops, size DESC NULLS LAST),"
                                + " store has (path text_pattern_ops, size DESC)"),
                drift("files_owner", "(owner, path COLLATE \"POSIX\" text_pattern_ops DESC)",
                        "keys: schema says (owner COLLATE \"C\", path COLLATE \"POSIX\" text_pattern_ops DESC),"
                                + " store has (owner, path COLLATE \"POSIX\" text_pattern_ops DESC)"),
                drift("files_folded", "(lower(path) text_pattern_ops, lower(owner))",
                        "keys: schema says (lower(path) COLLATE \"C\" text_pattern_ops, lower(owner)),"
                                + " store has (lower(path) text_pattern_ops, lower(owner))"),
                drift("files_folded", "(lower(path) COLLATE \"C\" text_pattern_ops, lower(owner) COLLATE \"C\")",
                        "keys: schema says (lower(path) COLLATE \"C\" text_pattern_ops, lower(owner)),"
                                + " store has (lower(path) COLLATE \"C\" text_pattern_ops, lower(owner) COLLATE \"C\")"),
                drift("files_created", "USING brin (created) WITH (pages_per_range = 64)",
                        "storage parameters: schema says autosummarize=true, pages_per_range=32,"
                                + " store has pages_per_range=64"),
                drift("files_words", "USING gist (words) INCLUDE (size) WITH (buffering = off)",
                        "keys: schema says (words tsvector_ops (siglen=100)), store has (words)"),
                drift("files_words",
                        "USING gist (words tsvector_ops (siglen = 200)) INCLUDE (size) WITH (buffering = off)",
                        "keys: schema says (words tsvector_ops (siglen=100)), store has (words tsvector_ops (siglen=200))"),
                drift("files_prefix", "USING spgist (path) INCLUDE (size, owner)",
                        "INCLUDE: schema says (size), store has (size, owner)"),
                drift("files_hash", "USING spgist (path) WITH (fillfactor = 90)",
                        "method: schema says hash, store has spgist"),
                drift("files_default", "(size, owner COLLATE \"C\")",
                        "keys: schema says (size int4_ops, owner COLLATE \"default\"),"
                                + " store has (size, owner COLLATE \"C\")"));
    }

    private static Arguments drift(String index, String definition, String message) {
        return Arguments.of(index, definition, "index " + index + " on files: " + message
                + "; left as it is; change it with a migration, or change the schema");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("drifts")
    void whatDiffersIsReported(String index, String definition, String message) {
        assertThat(ACCEPTANCE.drift("DROP INDEX " + index + "; CREATE INDEX " + index + " ON files " + definition))
                .containsExactly(message);
    }

    @ParameterizedTest
    @MethodSource("others")
    void isReportedTooWhereTheModelHasNoWordForIt(String change, List<String> messages) {
        assertThat(ACCEPTANCE.drift(change)).containsExactlyElementsOf(messages.stream()
                .map(it -> it + "; left as it is; change it with a migration, or change the schema").toList());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("ALTER INDEX files_folded ALTER COLUMN 2 SET STATISTICS 500", List.of(
                        "index files_folded on files: definition: store has SET STATISTICS 500 of key 2,"
                                + " which the schema does not declare")),
                Arguments.of("ALTER INDEX files_path SET (fillfactor = 80)", List.of(
                        "index files_path on files: storage parameters: store has fillfactor=80,"
                                + " which the schema does not declare")));
    }

    @OnEachServer
    void anotherFillfactorIsNoReasonForATwin(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(SQL);
            database.execute("ALTER INDEX files_hash RENAME TO other; ALTER INDEX other SET (fillfactor = 50)");

            Report report = SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(report.stores().getFirst().drift().stream().map(it -> it.comparison())).containsExactly(
                    "index files_hash on files: storage parameters: schema says fillfactor=90, store has fillfactor=50",
                    "index files_hash on files: name: schema says files_hash, store has other");
        }
    }
}
