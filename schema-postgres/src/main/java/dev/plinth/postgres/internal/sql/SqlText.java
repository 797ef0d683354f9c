package dev.plinth.postgres.internal.sql;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of names, literals and expressions. Literals are written for {@code standard_conforming_strings = on}, which
 * every session that uses them pins: a backslash is a backslash.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
public final class SqlText {

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlText() {}

    /** A name, always in double quotes, so that no keyword and no capital letter needs a thought. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name inside its namespace: {@code "public"."users"}. */
    public static String qualified(QualifiedName name) {
        return identifier(name.namespace()) + "." + identifier(name.name());
    }

    /** Names with commas between them, without parentheses: {@code "a", "b"}. */
    public static String identifiers(Collection<String> names) {
        return names.stream().map(SqlText::identifier).collect(Collectors.joining(", "));
    }

    /** The name of a language or an access method: bare where it is a plain word, as people write it. */
    public static String word(String name) {
        return PLAIN_WORD.matcher(name).matches() ? name : identifier(name);
    }

    /** A string constant. */
    public static String literal(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /** An expression as it stands in the model; values in the spelling that PostgreSQL itself prints. */
    public static String expression(Expression expression) {
        return switch (expression) {
            case Expression.Sql sql -> sql.text();
            case Expression.NextValue next -> nextValue(next.sequence());
            case Expression.StringLiteral string -> literal(string.value());
            case Expression.NumberLiteral number -> number.value().toPlainString();
            case Expression.BooleanLiteral truth -> Boolean.toString(truth.value());
            case Expression.OneOf oneOf -> oneOf(oneOf);
        };
    }

    /** The next number of a sequence, found by its name when the statement is run. */
    public static String nextValue(QualifiedName sequence) {
        return "nextval(" + literal(qualified(sequence)) + "::regclass)";
    }

    /**
     * An expression in parentheses. The closing one stands on a line of its own where a {@code --} in the text could
     * comment it out.
     */
    public static String parenthesised(Expression expression) {
        String text = expression(expression);
        return "(" + text + (text.contains("--") ? "\n)" : ")");
    }

    /**
     * An expression where the grammar allows only a {@code b_expr}, as after DEFAULT: a text with a blank or a comment
     * outside of parentheses and quotes ({@code now() AT TIME ZONE 'utc'}) is put in parentheses.
     */
    public static String defaultValue(Expression expression) {
        boolean isData = !(expression instanceof Expression.Sql) && !(expression instanceof Expression.OneOf);
        return isData || isOneWord(expression(expression)) ? expression(expression) : parenthesised(expression);
    }

    private static String oneOf(Expression.OneOf oneOf) {
        String values = oneOf.values().stream().map(SqlText::expression).collect(Collectors.joining(", "));
        return identifier(oneOf.column()) + " IN (" + values + ")";
    }

    private static boolean isOneWord(String text) {
        int depth = 0;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (depth == 0 && Character.isWhitespace(c)) {
                return false;
            }
            depth += quote != 0 ? 0 : depthChange(c);
        }
        return !text.contains("--");
    }

    private static int depthChange(char c) {
        return switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }
}
