package dev.plinth.diff;

import dev.plinth.model.sql.Expression;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as a person reads them in a message. */
final class ExpressionText {

    private ExpressionText() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Sql sql -> sql.text();
            case Expression.NextValue next -> "nextval('" + next.sequence().display() + "')";
            case Expression.StringLiteral string -> quoted(string.value());
            case Expression.NumberLiteral number -> number.value().toPlainString();
            case Expression.BooleanLiteral truth -> Boolean.toString(truth.value());
            case Expression.OneOf oneOf ->
                oneOf.column() + " IN ("
                        + oneOf.values().stream().map(ExpressionText::of).collect(Collectors.joining(", "))
                        + ")";
        };
    }

    /** Nothing for none. */
    static String ofNullable(@Nullable Expression expression) {
        return expression == null ? "" : of(expression);
    }

    /** A text as a literal of SQL. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
