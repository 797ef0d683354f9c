package dev.plinth;

import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;

import dev.plinth.dsl.TextSearchConfigurationBuilder;
import dev.plinth.dsl.TextSearchDictionaryBuilder;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Misuse of the words for text search: the message, and the line that the stack trace names first. */
class TextSearchMisuseTest {

    @Test
    void ofADictionary() {
        dictionary(
                d -> {},
                "textSearchDictionary(\"d\", body)",
                "d: has no template. Say its template(...), for example template(\"snowball\").");
        dictionary(
                d -> d.template("simple").template("snowball"),
                "template(\"snowball\")",
                "d: template(...) was already said. Say it once.");
        dictionary(
                d -> d.option("accept", true).option("Accept", false),
                "option(\"Accept\", false)",
                "d: option(\"Accept\", ...) was already said. Say it once.");
    }

    @Test
    void ofAConfiguration() {
        configuration(
                c -> {},
                "textSearchConfiguration(\"c\", body)",
                "c: has no parser. Say parser(\"default\"), or copy(...) a configuration.");
        configuration(
                c -> c.parser("default").copy("english"),
                "copy(\"english\")",
                "c: parser(...) or copy(...) was already said. Say it once.");
        configuration(
                c -> c.copy("englisch"),
                "copy(\"englisch\")",
                "c: copies \"englisch\", which is no configuration of PostgreSQL. Did you mean \"english\"?");
        configuration(
                c -> c.copy("simple").withoutMappingFor("tag"),
                "withoutMappingFor(\"tag\")",
                "c: withoutMappingFor(\"tag\") takes away what is not there."
                        + " Say copy(...) before it, or correct the name of the token.");
    }

    @Test
    void ofAMapping() {
        configuration(
                c -> c.parser("default").mappingFor("word", "hword"),
                "mappingFor(\"word\", \"hword\")",
                "c: mappingFor(\"word\", \"hword\") begun at TextSearchMisuseTest.java:LINE is unfinished."
                        + " Say with(...) and a dictionary.");
        configuration(
                c -> c.parser("default").mappingFor("word", "word"),
                "mappingFor(\"word\", \"word\")",
                "c: mappingFor(\"word\") was already said. Say it once.");
    }

    private static void dictionary(Consumer<TextSearchDictionaryBuilder> body, String guilty, String message) {
        refused(() -> textSearchDictionary("d", body), guilty, message);
    }

    private static void configuration(
            Consumer<TextSearchConfigurationBuilder> body, String guilty, String message) {
        refused(() -> textSearchConfiguration("c", body), guilty, message);
    }

    private static void refused(ThrowingCallable call, String guilty, String message) {
        GuiltyLine.assertRefused(TextSearchMisuseTest.class, call, guilty, message);
    }
}
