package dev.plinth.rule;

import dev.plinth.model.Schema;
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
        return SqlPart.of(schema)
                .filter(part -> !isWhole(SqlCode.of(part.text())))
                .map(part -> error(
                        part.subject(),
                        "the " + part.what() + " is not whole: " + part.text().strip(),
                        "Close every quote and parenthesis, and leave out semicolons."));
    }

    private static boolean isWhole(String code) {
        Matcher open = OPEN.matcher(code);
        int depth = 0;
        for (int at = 0; at < code.length() && depth >= 0; at++) {
            char c = code.charAt(at);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return depth == 0 && !open.find();
    }
}
