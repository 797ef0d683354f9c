package dev.plinth.naming;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code FigureIndexColname} for the expressions that indexes are made of. */
final class ExpressionNames {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern CALL = Pattern.compile("(?s)(?:" + NAME + "\\s*\\.\\s*)*(" + NAME + ")\\s*\\((.*)\\)");

    private ExpressionNames() {}

    static String of(String expression) {
        String text = withoutParentheses(expression.strip());
        Matcher call = CALL.matcher(text);
        return call.matches() && closesAtTheEnd(text, call.start(2) - 1) ? folded(call.group(1)) : "expr";
    }

    private static String withoutParentheses(String text) {
        return text.startsWith("(") && closesAtTheEnd(text, 0)
                ? withoutParentheses(text.substring(1, text.length() - 1).strip())
                : text;
    }

    /** Whether the parenthesis at {@code open} is closed by the last character. */
    private static boolean closesAtTheEnd(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at == text.length() - 1;
            }
        }
        return false;
    }

    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
