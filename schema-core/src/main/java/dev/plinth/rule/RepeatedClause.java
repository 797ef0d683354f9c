package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.Map;
import java.util.Optional;
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
        return SqlPart.of(schema).flatMap(part -> problem(part).stream());
    }

    private Optional<Problem> problem(SqlPart part) {
        return Optional.ofNullable(CLAUSES.get(part.what()))
                .map(clause -> clause.matcher(part.text()))
                .filter(Matcher::matches)
                .map(clause -> error(
                        part.subject(),
                        "the " + part.what() + " repeats the word " + clause.group(1) + ", which is already said",
                        "Write " + withoutParentheses(clause.group(2)) + "."));
    }

    private static String withoutParentheses(String text) {
        boolean wrapped = text.startsWith("(") && text.indexOf(')') == text.length() - 1;
        return wrapped ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static Pattern clause(String word) {
        return Pattern.compile("(?is)\\s*(" + word + ")\\b\\s*(.+?)\\s*");
    }
}
