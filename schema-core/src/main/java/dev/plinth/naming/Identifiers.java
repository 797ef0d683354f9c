package dev.plinth.naming;

import java.nio.charset.StandardCharsets;

/**
 * The length of PostgreSQL's identifiers, which is counted in bytes of UTF-8.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class Identifiers {

    /** The longest identifier, in bytes: NAMEDATALEN - 1. */
    public static final int MAX_BYTES = 63;

    private Identifiers() {}

    /** The length in bytes. */
    public static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What PostgreSQL makes of a name that is too long: cut at the last character that fits. */
    public static String truncate(String name) {
        return truncate(name, MAX_BYTES);
    }

    /** The longest beginning of at most that many bytes that ends with a whole character. */
    static String truncate(String name, int bytes) {
        if (length(name) <= bytes) {
            return name;
        }
        int end = 0;
        int used = 0;
        while (used <= bytes) {
            int character = name.codePointAt(end);
            used += length(Character.toString(character));
            end += used > bytes ? 0 : Character.charCount(character);
        }
        return name.substring(0, end);
    }
}
