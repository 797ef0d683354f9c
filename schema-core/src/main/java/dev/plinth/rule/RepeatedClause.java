package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL text is what follows the word of its clause. The words are reserved, so no expression begins with them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>
 */
final class RepeatedClause implements Rule {

    private static final Map<String, Pattern> CLAUSES =
            Map.of(
                    "condition", clause("CHECK"),
                    "default", clause("DEFAULT"),
                    "predicate", clause("WHERE"),
                    "WHEN condition", clause("WHEN"),
                    "USING condition", clause("USING"),
                    "WITH CHECK condition", clause("WITH\\s+CHECK|CHECK"));

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (SqlPart part : SqlPart.of(schema)) {
            Pattern clause = CLAUSES.get(part.what());
            Matcher repeated = clause == null ? null : clause.matcher(part.text());
            if (repeated != null && repeated.matches()) {
                problems.add(problem(part, repeated));
            }
        }
        return problems.stream();
    }

    private Problem problem(SqlPart part, Matcher repeated) {
        return error(
                part.subject(),
                "the " + part.what() + " repeats the word " + repeated.group(1) + ", which is already said",
                "Write " + withoutParentheses(repeated.group(2)) + ".");
    }

    private static String withoutParentheses(String text) {
        boolean wrapped = text.startsWith("(") && text.indexOf(')') == text.length() - 1;
        return wrapped ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static Pattern clause(String word) {
        return Pattern.compile("(?is)\\s*(" + word + ")\\b\\s*(.+?)\\s*");
    }
}
