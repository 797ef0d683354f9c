package dev.plinth.postgres.internal.render;

import static dev.plinth.dsl.SchemaDsl.extension;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.postgres.testing.StatementAllowList;
import org.junit.jupiter.api.Test;

class TextSearchRenderingTest {

    private static final TextSearchDictionary STEMS = textSearchDictionary("stems",
            d -> d.template("snowball").option("language", "english").describe("English, every word of it"));

    private static final TextSearchDictionary NUMBERS = textSearchDictionary("numbers",
            d -> d.template(extensionTextSearch("dict_int", "intdict_template")).option("maxlen", 5));

    private static final TextSearchConfiguration NOTES = textSearchConfiguration("notes", c -> {
        c.copy("russian").comment("What people write");
        c.withoutMappingFor("file", "host", "url", "url_path", "email", "version", "float", "sfloat");
        c.mappingFor("word", "hword", "hword_part").with(extensionTextSearch("unaccent", "unaccent")).with(STEMS);
        c.mappingFor("int", "uint").with(NUMBERS);
    });

    private static final Table TABLE = table("t", t -> {
        t.column("body", text());
        t.column("found", tsvector()).generatedAlwaysAs("to_tsvector('public.notes', body)");
    });

    private static final Schema SCHEMA =
            schema("notes", extension("unaccent", e -> e.schema("ext")), TABLE, NOTES);

    @Test
    void a_copy_is_written_out_behind_its_dictionaries_and_before_what_names_it() {
        assertThat(PostgresDdl.plain().render(SCHEMA)).contains("""
                CREATE SCHEMA "ext";

                CREATE EXTENSION "unaccent" WITH SCHEMA "ext";

                CREATE EXTENSION "dict_int" WITH SCHEMA "public";

                -- English, every word of it
                CREATE TEXT SEARCH DICTIONARY "public"."stems" (TEMPLATE = snowball, language = 'english');

                CREATE TEXT SEARCH DICTIONARY "public"."numbers" (TEMPLATE = "public"."intdict_template", maxlen = 5);

                CREATE TEXT SEARCH CONFIGURATION "public"."notes" (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "asciihword", "asciiword", "hword_asciipart" WITH english_stem;
                ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "hword", "hword_part", "word" WITH "ext"."unaccent", "public"."stems";
                ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "hword_numpart", "numhword", "numword" WITH simple;
                ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "int", "uint" WITH "public"."numbers";

                -- Table t
                CREATE TABLE "public"."t" (
                  "body" text,
                  "found" tsvector GENERATED ALWAYS AS (to_tsvector('public.notes', body)) STORED
                );

                COMMENT ON TEXT SEARCH CONFIGURATION "public"."notes" IS 'What people write';
                """);
    }

    @Test
    void a_configuration_is_made_whole_or_left_alone() {
        String script = PostgresDdl.rerunnable().render(SCHEMA);

        assertThat(script).contains("""
                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_ts_dict WHERE dictnamespace = '"public"'::pg_catalog.regnamespace AND dictname = 'numbers') THEN
                    CREATE TEXT SEARCH DICTIONARY "public"."numbers" (TEMPLATE = "public"."intdict_template", maxlen = 5);
                  END IF;
                END
                $plinth$;

                DO $plinth$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_catalog.pg_ts_config WHERE cfgnamespace = '"public"'::pg_catalog.regnamespace AND cfgname = 'notes') THEN
                    CREATE TEXT SEARCH CONFIGURATION "public"."notes" (PARSER = default);
                    ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "asciihword", "asciiword", "hword_asciipart" WITH english_stem;
                    ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "hword", "hword_part", "word" WITH "ext"."unaccent", "public"."stems";
                    ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "hword_numpart", "numhword", "numword" WITH simple;
                    ALTER TEXT SEARCH CONFIGURATION "public"."notes" ADD MAPPING FOR "int", "uint" WITH "public"."numbers";
                  END IF;
                END
                $plinth$;
                """);
        assertThat(StatementAllowList.violations(script)).isEmpty();
    }
}
