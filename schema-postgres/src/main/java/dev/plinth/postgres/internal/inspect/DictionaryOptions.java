package dev.plinth.postgres.internal.inspect;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of a text search dictionary, in the text that PostgreSQL keeps of them: {@code language = 'english', "X y" = 7}. A
 * quote in a value is doubled, and so is a backslash, behind an {@code E}.
 *
 * @param unmodelled the whole text, where it is written in another way, be it by somebody who wrote into the catalog: none of
 *     its options is guessed then
 */
record DictionaryOptions(SortedMap<String, String> options, List<String> unmodelled) {

    private static final Pattern OPTION = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")++)\"|([^\\s=\"]++))\\s*=\\s*(?:(E?)'((?:[^']|'')*+)'|([^\\s,']++))\\s*(?:,|$)");

    static DictionaryOptions of(@Nullable String text) {
        SortedMap<String, String> options = new TreeMap<>();
        if (text == null) {
            return new DictionaryOptions(options, List.of());
        }
        Matcher option = OPTION.matcher(text);
        while (option.lookingAt()) {
            String quoted = option.group(1);
            options.put(quoted == null ? option.group(2) : quoted.replace("\"\"", "\""), value(option));
            option.region(option.end(), text.length());
        }
        return option.regionStart() < text.length()
                ? new DictionaryOptions(new TreeMap<>(), List.of(text))
                : new DictionaryOptions(options, List.of());
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
