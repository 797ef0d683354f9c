package dev.plinth.rule;

import java.util.regex.Pattern;

/** SQL text without what only looks like code. */
final class SqlCode {

    /** What is closed as a whole: strings (with escapes, plain, in dollars), quoted names, comments. */
    private static final Pattern CLOSED = Pattern.compile(
            "(?s)\\b[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\$(\\w*)\\$.*?\\$\\1\\$"
                    + "|--[^\\n]*|/\\*.*?\\*/");

    private SqlCode() {}

    /** The text with a blank for each string, quoted name and comment that is closed. */
    static String of(String text) {
        return mayHold(text) ? CLOSED.matcher(text).replaceAll(" ") : text;
    }

    /** Most texts have nothing of it, and this is asked of every text of a schema. */
    private static boolean mayHold(String text) {
        return text.indexOf('\'') >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('$') >= 0
                || text.contains("--")
                || text.contains("/*");
    }
}
