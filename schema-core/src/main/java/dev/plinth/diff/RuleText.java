package dev.plinth.diff;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.RewriteRule;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules as text: for messages, and without what means nothing. */
final class RuleText {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}\\p{N}_$]+|\\s+|.", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");
    private static final Pattern WORD_END = Pattern.compile("[\\p{L}\\p{N}_$'\"]$");

    private RuleText() {}

    static String of(RewriteRule rule) {
        String condition = condition(rule);
        return "ON " + rule.event() + (condition.isEmpty() ? "" : " " + condition) + " " + commands(rule);
    }

    static String condition(RewriteRule rule) {
        return rule.condition() == null ? "" : "WHERE (" + ExpressionText.of(rule.condition()) + ")";
    }

    static String commands(RewriteRule rule) {
        String commands = rule.commands().isEmpty() ? "NOTHING" : oneLine(String.join("; ", rule.commands()));
        return "DO " + (rule.instead() ? "INSTEAD " : "ALSO ") + commands;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The same of a condition, which PostgreSQL prints in parentheses that nobody has to write. */
    static String normalCondition(Expression condition) {
        String text = normal(ExpressionText.of(condition));
        return isEnclosed(text) ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isEnclosed(String text) {
        String code = QUOTED.matcher(text).replaceAll("");
        int depth = 0;
        for (int at = 0; at < code.length(); at++) {
            depth += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
            if (depth == 0 && at < code.length() - 1) {
                return false;
            }
        }
        return code.startsWith("(") && code.endsWith(")");
    }

    /** In small letters outside of quotes, with a blank only between words. */
    static String normal(String text) {
        if (text.contains("--") || text.contains("/*")) {
            return text;
        }
        StringBuilder normal = new StringBuilder();
        TOKEN.matcher(text).results().map(match -> match.group()).filter(token -> !token.isBlank()).forEach(token -> {
            boolean isQuoted = token.startsWith("'") || token.startsWith("\"");
            boolean startsWord = isQuoted || Character.isLetterOrDigit(token.charAt(0)) || token.startsWith("_");
            normal.append(startsWord && WORD_END.matcher(normal).find() ? " " : "")
                    .append(isQuoted ? token : token.toLowerCase(Locale.ROOT));
        });
        return normal.toString();
    }
}
