package dev.plinth.postgres.internal.sql;

import java.util.ArrayList;
import java.util.List;

/** The outer parentheses that PostgreSQL prints around operator expressions and not around function calls. */
public final class Parentheses {

    private Parentheses() {}

    /** The text without one pair of parentheses around the whole of it. */
    public static String strip(String text) {
        boolean enclosed = text.startsWith("(") && text.endsWith(")") && end(text) == text.length() - 1;
        return enclosed ? text.substring(1, text.length() - 1) : text;
    }

    /** Where the parenthesis with which the text begins is closed; the last place where it is not. */
    public static int end(String text) {
        String code = unquoted(text);
        int depth = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return text.length() - 1;
    }

    /** The parts between the commas that stand outside of parentheses, brackets and quotes. */
    public static List<String> split(String text) {
        String code = unquoted(text);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, at).strip());
                begin = at + 1;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }

    /** A text of the same length with blanks in the place of what is quoted, and of the quotes. */
    private static String unquoted(String text) {
        StringBuilder code = new StringBuilder(text);
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isQuote = quote == 0 ? c == '\'' || c == '"' : c == quote;
            if (quote != 0 || isQuote) {
                code.setCharAt(at, ' ');
            }
            if (isQuote) {
                quote = quote == 0 ? c : 0;
            }
        }
        return code.toString();
    }
}
