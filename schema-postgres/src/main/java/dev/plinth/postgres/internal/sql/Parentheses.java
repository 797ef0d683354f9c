package dev.plinth.postgres.internal.sql;

/** The outer parentheses that PostgreSQL prints around operator expressions and not around function calls. */
public final class Parentheses {

    private Parentheses() {}

    /** The text without one pair of parentheses around the whole of it. */
    public static String strip(String text) {
        boolean enclosed = text.startsWith("(") && text.endsWith(")") && firstClosesLast(text);
        return enclosed ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean firstClosesLast(String text) {
        int depth = 0;
        char quote = 0;
        for (int at = 0; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
