package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQL text is one expression: it closes what it opens, opens what it closes, and does not go on to another statement.
 * Otherwise it could say, inside a CREATE TABLE, what no addition can say.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class EndlessSql implements TableRule {

    /** What is left of strings, quoted names and comments when they are not closed, and the end of a statement. */
    private static final Pattern OPEN = Pattern.compile("['\";]|/\\*");

    @Override
    public Stream<Problem> check(Table table) {
        return SqlPart.of(table)
                .filter(part -> !isWhole(SqlCode.of(part.text())))
                .map(part -> error(
                        part.subject(),
                        "the " + part.what() + " is not one whole expression: " + part.text().strip(),
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
