package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;
import static dev.plinth.model.sql.IndexMethod.GIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.View;
import dev.plinth.naming.TextSearchNames;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dictionaries and configurations of text search, and what speaks of them. */
class TextSearchTest extends KindAcceptance {

    private static final TextSearchDictionary STEMS = namespace("Search").textSearchDictionary("Stems \"en\"",
            d -> d.template("snowball").option("Language", "english").option("StopWords", "english")
                    .comment("Of words"));

    private static final TextSearchDictionary WORDS =
            textSearchDictionary("words",
                    d -> d.template("simple").option("accept", false).option("stopwords", "german"));

    private static final TextSearchDictionary PHRASES = textSearchDictionary("phrases", d -> d.template("thesaurus")
            .option("dictfile", "thesaurus_sample").option("dictionary", "\"Search\".\"Stems \"\"en\"\"\""));

    private static final TextSearchDictionary NUMBERS = textSearchDictionary("numbers",
            d -> d.template(extensionTextSearch("dict_int", "intdict_template")).option("maxlen", 4)
                    .option("rejectlong", true));

    private static final TextSearchConfiguration ACCENTS = textSearchConfiguration("accents", c -> {
        c.copy("english").comment("English without accents");
        c.mappingFor("word", "hword", "hword_part").with(extensionTextSearch("unaccent", "unaccent")).with(STEMS);
        c.withoutMappingFor("email", "url", "url_path", "host", "file", "sfloat", "float", "version");
        c.mappingFor("int", "uint").with(NUMBERS, WORDS).with("simple");
    });

    private static final TextSearchConfiguration FEW = namespace("Search").textSearchConfiguration("Few", c -> {
        c.parser("default");
        c.mappingFor("asciiword").with(PHRASES).with("english_stem");
    });

    private static final TextSearchDictionary ALONE =
            textSearchDictionary("alone", d -> d.template("synonym").option("synonyms", "synonym_sample"));

    private static final TextSearchConfiguration SAME =
            namespace("Search").textSearchConfiguration("same", c -> c.copy(FEW).mappingFor("word").with("simple"));

    private static final TextSearchConfiguration NONE = textSearchConfiguration("none", c -> c.parser("default"));

    private static final Table NOTES = table("notes", t -> {
        var body = t.column("body", text());
        t.column("found", tsvector()).generatedAlwaysAs("to_tsvector('public.accents', body)");
        t.column("shown", tsvector()).defaultTo(sql("to_tsvector('public.none', 'a'::text)"));
        t.index("notes_few").on(sql("to_tsvector('\"Search\".\"Few\"'::regconfig, body)")).using(GIN);
        t.check("notes_found", "to_tsvector('public.accents', body) IS NOT NULL");
        body.describe("What is searched");
    });

    private static final View HITS = view(
            "hits", "SELECT body FROM public.notes WHERE found @@ to_tsquery('public.accents', 'wine')");

    private static final Function SEARCH = function("search", f -> {
        f.argument("words", text());
        f.returns(tsvector()).language("sql").immutable()
                .body("SELECT to_tsvector('public.accents', words)");
    }).dependsOn(ACCENTS);

    @Override
    Schema declared() {
        return schema("search", HITS, SEARCH, NOTES, SAME, FEW, NONE, ACCENTS, ALONE);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Search";
                CREATE EXTENSION unaccent;
                CREATE EXTENSION dict_int;
                CREATE TEXT SEARCH DICTIONARY "Search"."Stems ""en\"""
                  (TEMPLATE = snowball, Language = english, StopWords = english);
                COMMENT ON TEXT SEARCH DICTIONARY "Search"."Stems ""en\""" IS 'Of words';
                CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, Accept = false, StopWords = german);
                CREATE TEXT SEARCH DICTIONARY phrases (TEMPLATE = thesaurus, DictFile = thesaurus_sample,
                  Dictionary = '"Search"."Stems ""en\"""');
                CREATE TEXT SEARCH DICTIONARY numbers (TEMPLATE = intdict_template, maxlen = 4, rejectlong = true);
                CREATE TEXT SEARCH CONFIGURATION accents (COPY = english);
                COMMENT ON TEXT SEARCH CONFIGURATION accents IS 'English without accents';
                ALTER TEXT SEARCH CONFIGURATION accents DROP MAPPING
                  FOR email, url, url_path, host, file, sfloat, float, version;
                ALTER TEXT SEARCH CONFIGURATION accents ALTER MAPPING FOR hword, hword_part, word
                  WITH unaccent, "Search"."Stems ""en\""";
                ALTER TEXT SEARCH CONFIGURATION accents ALTER MAPPING FOR int, uint WITH numbers, words, simple;
                CREATE TEXT SEARCH CONFIGURATION "Search"."Few" (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION "Search"."Few" ADD MAPPING FOR asciiword WITH phrases, english_stem;
                CREATE TEXT SEARCH DICTIONARY alone (TEMPLATE = synonym, Synonyms = synonym_sample);
                CREATE TEXT SEARCH CONFIGURATION "Search".same (COPY = "Search"."Few");
                ALTER TEXT SEARCH CONFIGURATION "Search".same ADD MAPPING FOR word WITH simple;
                CREATE TEXT SEARCH CONFIGURATION none (PARSER = default);
                CREATE TABLE notes (
                  body text,
                  found tsvector GENERATED ALWAYS AS (to_tsvector('accents', body)) STORED,
                  shown tsvector DEFAULT to_tsvector('none', 'a'::text),
                  CONSTRAINT notes_found CHECK (to_tsvector('accents', body) IS NOT NULL));
                CREATE INDEX notes_few ON notes USING gin (to_tsvector('"Search"."Few"', body));
                CREATE VIEW hits AS SELECT body FROM notes WHERE found @@ to_tsquery('accents', 'wine');
                CREATE FUNCTION search(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE
                  AS $$SELECT to_tsvector('public.accents', words)$$;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TEXT SEARCH DICTIONARY phrases, alone CASCADE;"
                        + " COMMENT ON TEXT SEARCH CONFIGURATION accents IS NULL",
                "DROP TABLE notes CASCADE; DROP FUNCTION search(text); DROP TEXT SEARCH CONFIGURATION accents;"
                        + " DROP EXTENSION dict_int CASCADE; DROP TEXT SEARCH CONFIGURATION none");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("""
                        ALTER TEXT SEARCH CONFIGURATION accents ALTER MAPPING FOR word WITH "Search"."Stems ""en\""", unaccent;
                        ALTER TEXT SEARCH CONFIGURATION accents ALTER MAPPING FOR uint WITH numbers;
                        ALTER TEXT SEARCH CONFIGURATION accents ADD MAPPING FOR email WITH simple;
                        ALTER TEXT SEARCH CONFIGURATION accents DROP MAPPING FOR asciiword;
                        ALTER TEXT SEARCH DICTIONARY "Search"."Stems ""en\""" (StopWords);
                        ALTER TEXT SEARCH DICTIONARY words (Accept = on, StopWords = 'english');
                        DROP TEXT SEARCH DICTIONARY alone;
                        CREATE TEXT SEARCH DICTIONARY alone (TEMPLATE = intdict_template);
                        CREATE TEXT SEARCH PARSER public.other (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
                          LEXTYPES = prsd_lextype);
                        DROP TEXT SEARCH CONFIGURATION "Search".same;
                        CREATE TEXT SEARCH CONFIGURATION "Search".same (PARSER = other);
                        COMMENT ON TEXT SEARCH CONFIGURATION accents IS 'Other';
                        """,
                        "text search configuration Search.same: parser: schema says default, store has public.other",
                        "text search dictionary Search.Stems \"en\": options: schema says language = 'english',"
                                + " stopwords = 'english', store has language = 'english'",
                        "text search dictionary words: options: schema says accept = 'false', stopwords = 'german',"
                                + " store has accept = 'true', stopwords = 'english'",
                        "text search configuration accents: mapping for asciiword: schema says english_stem,"
                                + " store has nothing",
                        "text search configuration accents: mapping for email: store has simple, which the schema"
                                + " does not declare",
                        "text search configuration accents: mapping for uint: schema says public.numbers,"
                                + " public.words, simple, store has public.numbers",
                        "text search configuration accents: mapping for word: schema says unaccent of the extension"
                                + " unaccent, Search.Stems \"en\", store has Search.Stems \"en\", unaccent of the"
                                + " extension unaccent",
                        "text search dictionary alone: template: schema says synonym, store has intdict_template of"
                                + " the extension dict_int",
                        "text search dictionary alone: options: schema says synonyms = 'synonym_sample', store has"
                                + " nothing",
                        "comment on text search configuration accents: text: schema says 'English without accents',"
                                + " store has 'Other'"));
    }

    /** What a copy is made of stands in the library, as a schema says it before there is a server. */
    @OnEachServer
    void whatIsCopiedIsWhatTheServerHas(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<String> live = database.query("""
                    SELECT c.cfgname || ' ' || k.alias || ' ' || string_agg(d.dictname, ',' ORDER BY m.mapseqno)
                      FROM pg_ts_config c JOIN pg_ts_config_map m ON m.mapcfg = c.oid
                      JOIN pg_ts_dict d ON d.oid = m.mapdict
                      JOIN ts_token_type('default') k ON k.tokid = m.maptokentype
                     GROUP BY c.cfgname, k.alias""");
            List<String> known = TextSearchNames.configurations().stream()
                    .filter(name -> !name.equals(TextSearchNames.LANGUAGE_SINCE_18)
                            || live.stream().anyMatch(line -> line.startsWith(name)))
                    .flatMap(name -> TextSearchNames.mappings(name).orElseThrow().stream()
                            .map(it -> name + " " + it.token() + " " + it.dictionaries().getFirst().name()))
                    .toList();
            assertThat(known).containsExactlyInAnyOrderElementsOf(live);
            assertThat(database.query("SELECT alias FROM ts_token_type('default') ORDER BY tokid"))
                    .isEqualTo(TextSearchNames.TOKENS);
            assertThat(TextSearchNames.dictionaries()).containsAll(database.query("SELECT dictname FROM pg_ts_dict"));
        }
    }

    /** The name in an option is a text to PostgreSQL, which keeps it as it was written. */
    @OnEachServer
    void whatIsInPgCatalogIsTheSameWithItsNamespace(PostgresServer server) {
        Schema schema = schema("search", thesaurus("bare", "english_stem"),
                thesaurus("qualified", "pg_catalog.english_stem"),
                thesaurus("quoted", "PG_Catalog . \"english_stem\""), thesaurus("other", "english_stem"),
                thesaurus("another", "pg_catalog.english_stem"),
                textSearchDictionary("stems", d -> d.template(namespace("pg_catalog").textSearch("snowball"))
                        .option("language", "english")),
                textSearchConfiguration("words", c -> c.parser(namespace("pg_catalog").textSearch("default"))
                        .mappingFor("word").with(namespace("pg_catalog").textSearch("english_stem"))),
                textSearchConfiguration("others", c -> c.parser("default").mappingFor("word").with("english_stem")));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE TEXT SEARCH DICTIONARY public.english_stem (TEMPLATE = simple);
                    CREATE TEXT SEARCH DICTIONARY "pg_catalog.english_stem" (TEMPLATE = simple);
                    CREATE TEXT SEARCH DICTIONARY bare (TEMPLATE = thesaurus, DictFile = thesaurus_sample,
                      Dictionary = 'pg_catalog.english_stem');
                    CREATE TEXT SEARCH DICTIONARY qualified (TEMPLATE = pg_catalog.thesaurus, DictFile = thesaurus_sample,
                      Dictionary = english_stem);
                    CREATE TEXT SEARCH DICTIONARY quoted (TEMPLATE = thesaurus, DictFile = thesaurus_sample,
                      Dictionary = 'English_Stem');
                    CREATE TEXT SEARCH DICTIONARY other (TEMPLATE = thesaurus, DictFile = thesaurus_sample,
                      Dictionary = 'public.english_stem');
                    CREATE TEXT SEARCH DICTIONARY another (TEMPLATE = thesaurus, DictFile = thesaurus_sample,
                      Dictionary = '"pg_catalog.english_stem"');
                    CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, Language = english);
                    CREATE TEXT SEARCH CONFIGURATION words (PARSER = default);
                    ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH english_stem;
                    CREATE TEXT SEARCH CONFIGURATION others (PARSER = pg_catalog.default);
                    ALTER TEXT SEARCH CONFIGURATION others ADD MAPPING FOR word WITH public.english_stem;
                    """);

            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison)).containsExactlyInAnyOrder(
                    "text search dictionary other: options: schema says dictfile = 'thesaurus_sample', dictionary ="
                            + " 'english_stem', store has dictfile = 'thesaurus_sample', dictionary ="
                            + " 'public.english_stem'",
                    "text search dictionary another: options: schema says dictfile = 'thesaurus_sample', dictionary ="
                            + " 'pg_catalog.english_stem', store has dictfile = 'thesaurus_sample', dictionary ="
                            + " '\"pg_catalog.english_stem\"'",
                    "text search configuration others: mapping for word: schema says english_stem, store has"
                            + " public.english_stem");
            assertThat(report.steps(Step.Status.DONE)).isEmpty();
        }
    }

    private static TextSearchDictionary thesaurus(String name, String dictionary) {
        return textSearchDictionary(name, d -> d.template("thesaurus").option("dictfile", "thesaurus_sample")
                .option("dictionary", dictionary));
    }

    /** As only somebody can have written it who writes into the catalogs; everything else is read and made all the same. */
    @OnEachServer
    void optionsThatCannotBeReadAreDriftAndNoMore(PostgresServer server) {
        TextSearchDictionary odd =
                textSearchDictionary("odd", d -> d.template("simple").option("stopwords", "german"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TEXT SEARCH DICTIONARY odd (TEMPLATE = simple, StopWords = german);"
                    + " UPDATE pg_ts_dict SET dictinitoption = 'stopwords = german, accept' WHERE dictname = 'odd'");

            Report report = SchemaInitializer.of(schema("search", odd, table("t", t -> t.column("c", text()))))
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.steps(Step.Status.DONE).stream().map(Step::describe)).containsExactly("table t");
            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                    "text search dictionary odd: options: schema says stopwords = 'german', store has stopwords ="
                            + " german, accept");
            assertThat(PostgresSchemas.inspect(database.dataSource(), "public").unrepresented())
                    .extracting(InspectedSchema.Unrepresented::message)
                    .containsExactly("text search dictionary odd: the schema does not say stopwords = german, accept");
        }
    }

    /** Each tenant has a configuration of its own; texts can only name one that all of them share. */
    @Test
    void tenantsHaveTheirOwn() {
        TextSearchDictionary own = textSearchDictionary("own", d -> d.template("simple"));
        TextSearchConfiguration shared = namespace("common").textSearchConfiguration("shared", c -> c.copy("simple"));
        Schema schema = schema(
                "tenants",
                shared,
                textSearchConfiguration("words", c -> c.copy("simple").comment("Own").mappingFor("word").with(own)),
                table("notes", t -> {
                    t.column("body", text());
                    t.column("found", tsvector()).generatedAlwaysAs("to_tsvector('common.shared', body)");
                }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants tenants = PostgresTenants.of(schema).namespaces(database.dataSource(), List.of("a", "b"));

            assertThat(tenants.apply().isComplete()).isTrue();
            assertThat(database.query("SELECT m.mapcfg::regconfig || ' ' || m.mapdict::regdictionary"
                    + " FROM pg_ts_config_map m JOIN pg_ts_dict d ON d.oid = m.mapdict WHERE d.oid >= 16384 ORDER BY 1"))
                    .containsExactly("a.words a.own", "b.words b.own");
            database.execute("DROP TEXT SEARCH CONFIGURATION b.words;"
                    + " ALTER TEXT SEARCH DICTIONARY a.own (accept = false)");
            assertThat(tenants.apply().tenants()).extracting(tenant -> tenant.report().drift().stream()
                    .map(Drift::comparison).toList()).containsExactly(
                            List.of("text search dictionary a.own: options: store has accept = 'false', which the schema"
                                    + " does not declare"),
                            List.of());
            assertThat(tenants.verify().created()).isZero();
        }
    }

    /** The live expression is another one, and what the declared one names is not there when the two are compared. */
    @Test
    void aConfigurationIsMadeForAnExpressionThatDiffers() {
        Schema schema = schema("notes", table("notes", t -> {
            t.column("body", text());
            t.column("found", tsvector()).generatedAlwaysAs("to_tsvector('public.none', body)");
            t.index("notes_few").on(sql("to_tsvector('public.none', body)")).using(GIN);
        }), NONE);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(
                    "CREATE TABLE notes (body text, found tsvector GENERATED ALWAYS AS (to_tsvector('english', body))"
                            + " STORED); INSERT INTO notes VALUES ('a')");
            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.steps(Step.Status.DONE).stream().map(Step::describe)).containsExactly(
                    "text search configuration none", "index notes_few on notes");
            String difference =
                    "column notes.found: generation: schema says GENERATED ALWAYS AS (to_tsvector('public.none',"
                            + " body)) STORED, store has GENERATED ALWAYS AS (to_tsvector('english'::regconfig, body)) STORED";
            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison))
                    .containsExactly(difference + " (could not be proved equal or different)");
            assertThat(SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).plan().stores()
                    .getFirst()
                    .drift().stream().map(Drift::comparison)).containsExactly(difference);
        }
    }
}
