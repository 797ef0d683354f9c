package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;

import dev.plinth.dsl.TextSearchConfigurationBuilder;
import dev.plinth.dsl.TextSearchDictionaryBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchName;
import java.util.List;
import java.util.function.Consumer;

/** Dictionaries and configurations of text search, and texts that speak of them. */
final class TextSearchPairs {

    private static final TextSearchConfiguration ENGLISH =
            textSearchConfiguration("english_too", c -> c.copy("english"));

    private TextSearchPairs() {}

    private static Pair dictionary(
            String title, Consumer<TextSearchDictionaryBuilder> bad, Consumer<TextSearchDictionaryBuilder> inside) {
        return Pair.of(
                title,
                () -> textSearchDictionary("d", bad),
                "ERROR d TextSearchOptions",
                () -> textSearchDictionary("d", inside));
    }

    private static Pair configuration(
            String title,
            Consumer<TextSearchConfigurationBuilder> bad,
            String severity,
            Consumer<TextSearchConfigurationBuilder> inside) {
        return Pair.of(
                title,
                () -> textSearchConfiguration("c", bad),
                severity + " c TextSearchMappings",
                () -> textSearchConfiguration("c", inside));
    }

    /** As only JSON can say it. */
    private static Schema read(Mapping... mappings) {
        return new Schema(
                "test",
                List.of(),
                List.of(new TextSearchConfiguration(
                        QualifiedName.of("c"), TextSearchName.builtIn("default"), List.of(mappings), List.of(), null)),
                List.of(),
                List.of(),
                null);
    }

    private static Mapping toSimple(String token) {
        return new Mapping(token, List.of(TextSearchName.builtIn("simple")));
    }

    private static Table words(String expression) {
        return table("t", t -> t.column("c", tsvector()).generatedAlwaysAs(expression));
    }

    static List<Pair> pairs() {
        return List.of(
                dictionary(
                        "a dictionary of a template that is not there",
                        d -> d.template("snowbal").option("language", "english"),
                        d -> d.template("snowball").option("language", "english")),
                dictionary(
                        "a dictionary of a template of an extension that is not said to be one",
                        d -> d.template("intdict_template"),
                        d -> d.template(extensionTextSearch("dict_int", "intdict_template")).option("maxlen", 5)),
                dictionary(
                        "a dictionary without an option that it needs",
                        d -> d.template("ispell").option("dictfile", "en"),
                        d -> d.template("ispell").option("dictfile", "en").option("afffile", "en")),
                dictionary(
                        "a dictionary with an option that its template does not know",
                        d -> d.template("simple").option("stopword", "english"),
                        d -> d.template("simple").option("StopWords", "english")),
                configuration(
                        "a configuration of a parser that is not there",
                        c -> c.parser("english"),
                        "ERROR",
                        c -> c.parser("default")),
                configuration(
                        "a mapping for an unknown token",
                        c -> c.copy("simple").mappingFor("ascii_word").with("simple"),
                        "ERROR",
                        c -> c.parser(extensionTextSearch("x", "default")).mappingFor("ascii_word").with("simple")),
                configuration(
                        "a mapping to a dictionary that is not there",
                        c -> c.copy("simple").mappingFor("word").with("enlish_stem"),
                        "WARNING",
                        c -> c.copy("simple").mappingFor("word").with("english_stem")),
                Pair.schemas(
                        "a token that is mapped twice",
                        () -> read(toSimple("word"), toSimple("word")),
                        "ERROR c TextSearchMappings",
                        () -> read(toSimple("word"), toSimple("hword"))),
                Pair.schemas(
                        "a token that is mapped to nothing",
                        () -> read(new Mapping("word", List.of())),
                        "ERROR c TextSearchMappings",
                        () -> read(toSimple("word"))),
                Pair.schemas(
                        "texts that name a configuration without its namespace",
                        () -> Pair.schema(
                                ENGLISH,
                                words("to_tsvector('english_too', 'a')"),
                                table("u", t -> t.column("c", text()).defaultTo(
                                        sql("length(to_tsvector('english_too'::regconfig, 'a'))::text")))),
                        """
                        WARNING t.c UnqualifiedConfiguration
                        WARNING u.c UnqualifiedConfiguration""",
                        () -> Pair.schema(
                                ENGLISH,
                                words("to_tsvector('public.english_too', 'a') || to_tsvector('english', 'english_too')"))),
                Pair.schemas(
                        "a configuration and a dictionary whose names have dots in them",
                        () -> Pair.schema(
                                textSearchConfiguration("app.c", c -> c.copy("simple")),
                                textSearchDictionary("app.d", d -> d.template("simple"))),
                        """
                        ERROR app.c DottedName
                        ERROR app.d DottedName""",
                        () -> Pair.schema(
                                namespace("app").textSearchConfiguration("c", c -> c.copy("simple")),
                                namespace("app").textSearchDictionary("c", d -> d.template("simple")))),
                Pair.schemas(
                        "a configuration that is defined twice",
                        () -> Pair.schema(ENGLISH, textSearchConfiguration("english_too", c -> c.copy("simple"))),
                        "ERROR english_too ObjectConflict",
                        () -> Pair.schema(ENGLISH, textSearchDictionary("english_too", d -> d.template("simple")))));
    }
}
