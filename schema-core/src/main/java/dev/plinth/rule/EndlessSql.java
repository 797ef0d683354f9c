package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL text is one expression, type, query or command: it closes what it opens, opens what it closes, and does not go on to another statement.
 * Otherwise it could say, inside a CREATE, what no addition can say.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class EndlessSql implements Rule {

    /** What is left of strings, quoted names and comments when they are not closed, and the end of a statement. */
    private static final Pattern OPEN = Pattern.compile("['\";]|/\\*");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (SqlPart part : SqlPart.of(schema)) {
            Optional<String> remedy = remedy(SqlCode.of(part.text()));
            if (remedy.isPresent()) {
                String message = "the " + part.what() + " is not whole: " + part.text().strip();
                problems.add(error(part.subject(), message, remedy.get()));
            }
        }
        return problems.stream();
    }

    /** What to do with the first thing that is wrong; empty where the code is whole. */
    private static Optional<String> remedy(String code) {
        Matcher open = OPEN.matcher(code);
        int end = open.find() ? open.start() : code.length();
        int depth = 0;
        for (int at = 0; at < end; at++) {
            char c = code.charAt(at);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0) {
                return Optional.of("Leave out the " + c + " that closes nothing, or open it.");
            }
        }
        if (end < code.length()) {
            return Optional.of(switch (open.group()) {
                case ";" -> "Leave out the semicolon and what follows it.";
                case "/*" -> "Close the comment with */.";
                case "\"" -> "Close the quoted name with \".";
                case String quote -> "Close the string with '.";
            });
        }
        return depth == 0 ? Optional.empty() : Optional.of("Close every parenthesis and bracket.");
    }
}
