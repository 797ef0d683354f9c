package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition and the commands of a rule, cut out of what {@code pg_get_ruledef} prints: no function prints them alone.
 *
 * @param commands none for NOTHING
 */
record RuleDefinition(@Nullable Expression condition, List<String> commands) {

    /** Possessive: the matcher would come back to each letter of a long text, on its stack. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"");

    /** Over a text in which nothing is quoted any more: the first DO is that of the rule. */
    private static final Pattern PARTS = Pattern.compile(
            "CREATE RULE \\S+ AS\\s+ON \\w+ TO \\S+(?:\\s+WHERE\\s+(.*?))?\\s+DO\\s+(?:INSTEAD\\s+)?(.*);\\s*",
            Pattern.DOTALL);

    RuleDefinition {
        commands = List.copyOf(commands);
    }

    static RuleDefinition of(String text) {
        String code = QUOTED.matcher(text).replaceAll(RuleDefinition::filler);
        Matcher parts = PARTS.matcher(code);
        if (!parts.matches()) {
            return new RuleDefinition(null, List.of(text));
        }
        Expression condition = parts.group(1) == null
                ? null
                : new Expression.Sql(Parentheses.strip(text.substring(parts.start(1), parts.end(1)).strip()));
        return new RuleDefinition(condition, commands(text, code, parts.start(2), parts.end(2)));
    }

    /** As many letters, so that places stay. */
    private static String filler(MatchResult quoted) {
        return "x".repeat(quoted.end() - quoted.start());
    }

    private static List<String> commands(String text, String code, int start, int end) {
        String all = code.substring(start, end);
        if (all.strip().equals("NOTHING")) {
            return List.of();
        }
        boolean isList = all.startsWith("(") && all.indexOf(';') > 0;
        List<String> commands = new ArrayList<>();
        int from = isList ? start + 1 : start;
        int last = isList ? end - 1 : end;
        for (int at = from; at < last; at++) {
            if (code.charAt(at) == ';') {
                commands.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        if (!text.substring(from, last).isBlank()) {
            commands.add(text.substring(from, last).strip());
        }
        return commands;
    }
}
