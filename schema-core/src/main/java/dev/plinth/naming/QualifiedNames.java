package dev.plinth.naming;

import dev.plinth.model.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as PostgreSQL prints them: with their namespace, in double quotes only where they need them. */
public final class QualifiedNames {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[^\".()\\[\\]\\s]+)";
    private static final Pattern QUALIFIED = Pattern.compile("(" + NAME + ")\\.(" + NAME + ")");

    /** The outer text of a default that takes the next number of a sequence. */
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')++)'::regclass\\)");

    private QualifiedNames() {}

    /** The name of {@code namespace.name}; nothing where the text is anything else. */
    public static Optional<QualifiedName> read(String text) {
        Matcher matcher = QUALIFIED.matcher(text);
        return matcher.matches()
                ? Optional.of(new QualifiedName(unquoted(matcher.group(1)), unquoted(matcher.group(2))))
                : Optional.empty();
    }

    /** The sequence of {@code nextval('namespace.name'::regclass)}; nothing where the text is anything else. */
    public static Optional<QualifiedName> sequenceOf(String text) {
        Matcher matcher = NEXT_VALUE.matcher(text);
        return matcher.matches() ? read(matcher.group(1).replace("''", "'")) : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
