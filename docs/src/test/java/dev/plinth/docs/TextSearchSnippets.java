package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;

/** The Java of docs/text-search.md. */
final class TextSearchSnippets {

    static final TextSearchDictionary STEMS = textSearchDictionary("english_stems", d -> d
            .template("snowball")
            .option("language", "english")
            .option("stopwords", "english"));

    static final TextSearchConfiguration ENGLISH = textSearchConfiguration("english_unaccent", c -> {
        c.copy("english").comment("English, with or without accents");
        c.mappingFor("word", "hword", "hword_part").with(extensionTextSearch("unaccent", "unaccent")).with(STEMS);
        c.withoutMappingFor("email", "url", "url_path", "host", "file", "version", "float", "sfloat");
    });

    static final Table ARTICLES = table("articles", t -> {
        t.column("body", text());
        var found = t.column("found", tsvector()).generatedAlwaysAs("to_tsvector('public.english_unaccent', body)");
        t.index("articles_found").on(found).using(GIN);
    });

    static final Schema SCHEMA = schema("articles", ENGLISH, ARTICLES);

    private TextSearchSnippets() {}
}
