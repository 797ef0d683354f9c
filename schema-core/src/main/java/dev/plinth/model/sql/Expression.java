package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.math.BigDecimal;
import java.util.List;

/** A value or a condition. Literals and {@link OneOf} stay data, so that rules can look at them; the rest is SQL text. */
public sealed interface Expression {

    /** SQL text, taken as it is. */
    record Sql(String text) implements Expression {}

    /** The next number of a sequence. */
    record NextValue(QualifiedName sequence) implements Expression {}

    /** A string constant. */
    record StringLiteral(String value) implements Expression {}

    /** A number constant. */
    record NumberLiteral(BigDecimal value) implements Expression {}

    /** TRUE or FALSE. */
    record BooleanLiteral(boolean value) implements Expression {}

    /** The condition {@code column IN (values)}. */
    record OneOf(String column, List<Expression> values) implements Expression {
        public OneOf {
            values = List.copyOf(values);
        }
    }
}
