package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text search dictionary: a template and what it is told. Equal options are equal values, however they were spelled: a name is
 * in small letters, a boolean {@code true} or {@code false}.
 *
 * @param options in any order, and each a text, as PostgreSQL keeps them; what they may be is up to the template
 * @see <a href="https://www.postgresql.org/docs/current/textsearch-dictionaries.html">Dictionaries</a>
 */
public record TextSearchDictionary(
        QualifiedName name,
        TextSearchName template,
        SortedMap<String, String> options,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    /** The booleans of PostgreSQL's own templates. */
    private static final Set<String> BOOLEANS = Set.of("accept", "casesensitive");

    private static final Map<String, String> WORDS =
            Map.of("on", "true", "1", "true", "true", "true", "off", "false", "0", "false", "false", "false");

    public TextSearchDictionary {
        SortedMap<String, String> normal = new TreeMap<>();
        for (Map.Entry<String, String> option : options.entrySet()) {
            String key = option.getKey().toLowerCase(Locale.ROOT);
            String value = option.getValue();
            normal.put(
                    key,
                    template.isBuiltIn() && BOOLEANS.contains(key)
                            ? WORDS.getOrDefault(value.toLowerCase(Locale.ROOT), value)
                            : value);
        }
        options = Collections.unmodifiableSortedMap(normal);
        comments = List.copyOf(comments);
    }
}
