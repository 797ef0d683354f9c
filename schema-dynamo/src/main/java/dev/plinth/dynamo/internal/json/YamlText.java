package dev.plinth.dynamo.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists and values as YAML, in blocks. A text stands plain where every version of YAML reads a text, and otherwise
 * between double quotes, as in JSON, which YAML includes.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML</a>
 */
public final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*(::?[A-Za-z0-9_./-]+)*");
    /** What YAML 1.1 takes for something else than a text. */
    private static final Set<String> TAKEN =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** Two spaces an indentation, LF everywhere, also at the end. */
    public static String of(Map<String, ?> tree) {
        if (tree.isEmpty()) {
            return "{}\n";
        }
        YamlText yaml = new YamlText();
        yaml.members(tree, "");
        return yaml.text.toString();
    }

    private void members(Map<?, ?> members, String indentation) {
        members.forEach((name, value) -> {
            text.append(indentation).append(scalar(String.valueOf(name))).append(':');
            value(value, indentation + "  ");
        });
    }

    private void elements(List<?> elements, String indentation) {
        for (Object element : elements) {
            text.append(indentation).append('-');
            if (element instanceof Map<?, ?> members && !members.isEmpty()) {
                int start = text.length();
                members(members, indentation + "  ");
                // the first member stands behind the dash
                text.replace(start, start + indentation.length() + 2, " ");
            } else {
                value(element, indentation + "  ");
            }
        }
    }

    /** What follows a name or a dash. */
    private void value(@Nullable Object value, String indentation) {
        switch (value) {
            case Map<?, ?> members when !members.isEmpty() -> {
                text.append('\n');
                members(members, indentation);
            }
            case List<?> elements when !elements.isEmpty() -> {
                text.append('\n');
                elements(elements, indentation);
            }
            case null, default -> text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> empty -> "{}";
            case List<?> empty -> "[]";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null -> "null";
            default -> string(value.toString());
        };
    }

    private static String string(String value) {
        return PLAIN.matcher(value).matches() && !TAKEN.contains(value.toLowerCase(Locale.ROOT))
                ? value
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
