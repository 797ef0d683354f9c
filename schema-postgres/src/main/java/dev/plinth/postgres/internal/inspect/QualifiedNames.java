package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as PostgreSQL prints them, in double quotes only where they need them. */
final class QualifiedNames {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\".()\\[\\]\\s]+)";
    private static final Pattern QUALIFIED = Pattern.compile("(" + NAME + ")\\.(" + NAME + ")");

    private QualifiedNames() {}

    /** The name of {@code namespace.name}; nothing where the text is anything else. */
    static Optional<QualifiedName> read(String text) {
        Matcher matcher = QUALIFIED.matcher(text);
        return matcher.matches()
                ? Optional.of(new QualifiedName(unquoted(matcher.group(1)), unquoted(matcher.group(2))))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
