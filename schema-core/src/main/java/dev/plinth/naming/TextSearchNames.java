package dev.plinth.naming;

import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.TextSearchConfiguration.Mapping;
import dev.plinth.model.sql.TextSearchName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What PostgreSQL comes with for text search: a parser, a dictionary for each language, and a configuration for each.
 *
 * @see <a href="https://www.postgresql.org/docs/current/textsearch-parsers.html">Parsers</a>
 */
public final class TextSearchNames {

    /** The one parser that there is. */
    public static final String PARSER = "default";

    /** The dictionary that takes words as they are, and the configuration that has no other. */
    public static final String SIMPLE = "simple";

    /** The kinds of token of the parser, in its order. */
    public static final List<String> TOKENS = List.of("asciiword", "word", "numword", "email", "url", "host", "sfloat",
            "version", "hword_numpart", "hword_part", "hword_asciipart", "blank", "tag", "protocol", "numhword",
            "asciihword", "hword", "url_path", "file", "float", "int", "uint", "entity");

    /** A language that came after PostgreSQL 14. */
    public static final String LANGUAGE_SINCE_18 = "estonian";

    /** The languages that have a stemmer. */
    public static final List<String> LANGUAGES = List.of("arabic", "armenian", "basque", "catalan", "danish", "dutch",
            "english", LANGUAGE_SINCE_18, "finnish", "french", "german", "greek", "hindi", "hungarian", "indonesian",
            "irish", "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian",
            "spanish", "swedish", "tamil", "turkish", "yiddish");

    private static final Set<String> NO_LETTERS = Set.of("tag", "protocol", "entity", "blank");
    private static final Set<String> ASCII = Set.of("asciiword", "asciihword", "hword_asciipart");
    private static final Set<String> WORDS = Set.of("word", "hword", "hword_part");

    /** Whose words of plain letters are taken for English. */
    private static final Set<String> OTHER_LETTERS = Set.of("hindi", "russian");

    private static final String STEM = "_stem";

    private TextSearchNames() {}

    /** The names of the configurations. */
    public static List<String> configurations() {
        return Stream.concat(Stream.of(SIMPLE), LANGUAGES.stream()).toList();
    }

    /** The names of the dictionaries. */
    public static List<String> dictionaries() {
        return Stream.concat(Stream.of(SIMPLE), LANGUAGES.stream().map(it -> it + STEM)).toList();
    }

    /** The dictionary of a language. */
    public static String stemmer(String language) {
        return language + STEM;
    }

    /** What a configuration of PostgreSQL does with each kind of token; empty where it has none of that name. */
    public static Optional<List<Mapping>> mappings(String configuration) {
        return configurations().contains(configuration)
                ? Optional.of(TOKENS.stream()
                        .filter(token -> !NO_LETTERS.contains(token))
                        .map(token -> new Mapping(
                                token, List.of(TextSearchName.builtIn(dictionary(configuration, token)))))
                        .toList())
                : Optional.empty();
    }

    private static String dictionary(String configuration, String token) {
        boolean isSimple = configuration.equals(SIMPLE) || !ASCII.contains(token) && !WORDS.contains(token);
        if (isSimple) {
            return SIMPLE;
        }
        return stemmer(ASCII.contains(token) && OTHER_LETTERS.contains(configuration) ? "english" : configuration);
    }

    /** As a person reads it: {@code english_stem}, {@code public.words}, {@code unaccent of the extension unaccent}. */
    public static String of(TextSearchName name) {
        return switch (name.source()) {
            case Source.BuiltIn() -> name.name();
            case Source.OfExtension(String extension) -> name.name() + " of the extension " + extension;
            case Source.InNamespace(String namespace) -> namespace + "." + name.name();
        };
    }
}
