package dev.plinth.postgres.internal.inspect;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a text search dictionary, in the text that PostgreSQL keeps of them: {@code language = 'english', "X y" = 7}. A
 * quote in a value is doubled, and so is a backslash, behind an {@code E}.
 */
final class DictionaryOptions {

    private static final Pattern OPTION = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")++)\"|([^\\s=\"]++))\\s*=\\s*(?:(E?)'((?:[^']|'')*+)'|([^\\s,']++))\\s*(?:,|$)");

    private DictionaryOptions() {}

    static SortedMap<String, String> of(@Nullable String text) {
        SortedMap<String, String> options = new TreeMap<>();
        if (text == null) {
            return options;
        }
        Matcher option = OPTION.matcher(text);
        while (option.lookingAt()) {
            String quoted = option.group(1);
            options.put(quoted == null ? option.group(2) : quoted.replace("\"\"", "\""), value(option));
            option.region(option.end(), text.length());
        }
        if (option.regionStart() < text.length()) {
            throw new IllegalStateException("unexpected options of a text search dictionary: " + text);
        }
        return options;
    }

    private static String value(Matcher option) {
        String value = option.group(4);
        if (value == null) {
            return option.group(5);
        }
        String unquoted = value.replace("''", "'");
        return option.group(3).isEmpty() ? unquoted : unquoted.replace("\\\\", "\\");
    }
}
