package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.util.function.Consumer;

/**
 * The words for text search. Import statically.
 *
 * @see <a href="https://www.postgresql.org/docs/current/textsearch.html">Full Text Search</a>
 */
public final class TextSearch {

    private TextSearch() {}

    /** A text search dictionary in the namespace {@code public}. */
    public static TextSearchDictionary textSearchDictionary(
            String name, Consumer<TextSearchDictionaryBuilder> definition) {
        return TextSearchDictionaryBuilder.build(QualifiedName.of(name), definition);
    }

    /** A text search configuration in the namespace {@code public}; to be listed in {@code schema(...)}. */
    public static TextSearchConfiguration textSearchConfiguration(
            String name, Consumer<TextSearchConfigurationBuilder> definition) {
        return TextSearchConfigurationBuilder.build(QualifiedName.of(name), definition);
    }

    /** A dictionary, template or parser that an extension brings: {@code extensionTextSearch("unaccent", "unaccent")}. */
    public static TextSearchName extensionTextSearch(String extension, String name) {
        return new TextSearchName(new Source.OfExtension(extension), name);
    }
}
