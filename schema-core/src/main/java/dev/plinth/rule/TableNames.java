package dev.plinth.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of DynamoDB tables and indexes: 3 to 255 characters, letters, digits, {@code _}, {@code .} and {@code -}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 *     Naming rules</a>
 */
final class TableNames {

    private static final int MIN = 3;
    private static final int MAX = 255;
    private static final Pattern CHARACTERS = Pattern.compile("[a-zA-Z0-9_.-]*");

    private TableNames() {}

    /** What is wrong with a name, to follow it in a sentence. */
    static Optional<String> violation(String name) {
        if (name.startsWith("arn:")) {
            return Optional.of("is an ARN, not a name");
        }
        if (name.length() < MIN || name.length() > MAX) {
            return Optional.of("has " + name.length() + " characters, and DynamoDB allows " + MIN + " to " + MAX);
        }
        return CHARACTERS.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("has other characters than a-z, A-Z, 0-9, _, . and -");
    }
}
