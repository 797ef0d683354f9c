package dev.plinth.diff;

import dev.plinth.model.sql.RewriteRule;
import dev.plinth.naming.SqlWords;

/** Rules as text: for messages, and whether two texts are the same. */
public final class RuleText {

    private RuleText() {}

    static String of(RewriteRule rule) {
        String condition = condition(rule);
        return "ON " + rule.event() + (condition.isEmpty() ? "" : " " + condition) + " " + commands(rule);
    }

    static String condition(RewriteRule rule) {
        return rule.condition() == null ? "" : "WHERE (" + ExpressionText.of(rule.condition()) + ")";
    }

    static String commands(RewriteRule rule) {
        String commands = rule.commands().isEmpty() ? "NOTHING" : SqlWords.joined(String.join("; ", rule.commands()));
        return "DO " + (rule.instead() ? "INSTEAD " : "ALSO ") + commands;
    }

    /** Whether two commands, or two conditions, are the same but for what means nothing in SQL. */
    public static boolean isSame(String text, String other) {
        return SqlWords.same(text, other);
    }
}
