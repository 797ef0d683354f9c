package dev.plinth.rule;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text is one JSON object. Nothing is kept of it, and a schema can be checked without a library for JSON.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonSyntax {

    private static final int MAX_DEPTH = 100;
    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]*+");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\x00-\\x1f]*+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
    private static final Pattern WORD =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null");

    private final String text;
    private int position;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** What is wrong, with the line; empty where nothing is. */
    static Optional<String> problem(String text) {
        JsonSyntax syntax = new JsonSyntax(text);
        syntax.take(BLANKS);
        if (!syntax.at('{')) {
            return Optional.of("it does not begin with {");
        }
        if (syntax.value(0) && syntax.position == text.length()) {
            return Optional.empty();
        }
        long line = text.substring(0, syntax.position).chars().filter(it -> it == '\n').count() + 1;
        return Optional.of("it cannot be read from line " + line + " on");
    }

    /** A value and the blanks around it. */
    private boolean value(int depth) {
        take(BLANKS);
        boolean known = switch (at()) {
            case '{' -> depth < MAX_DEPTH && list('}', () -> field(depth + 1));
            case '[' -> depth < MAX_DEPTH && list(']', () -> value(depth + 1));
            case '"' -> string();
            default -> take(WORD);
        };
        return known && take(BLANKS);
    }

    private boolean field(int depth) {
        take(BLANKS);
        return string() && take(BLANKS) && take(':') && value(depth);
    }

    private boolean list(char close, BooleanSupplier item) {
        position++;
        take(BLANKS);
        if (take(close)) {
            return true;
        }
        do {
            if (!item.getAsBoolean()) {
                return false;
            }
            take(BLANKS);
        } while (take(','));
        return take(close);
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        do {
            take(PLAIN);
        } while (take(ESCAPE));
        return take('"');
    }

    private boolean take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (matcher.lookingAt()) {
            position = matcher.end();
            return true;
        }
        return false;
    }

    private boolean take(char wanted) {
        if (at(wanted)) {
            position++;
            return true;
        }
        return false;
    }

    private boolean at(char wanted) {
        return position < text.length() && text.charAt(position) == wanted;
    }

    /** The next character, a blank at the end. */
    private char at() {
        return position < text.length() ? text.charAt(position) : ' ';
    }
}
