package dev.plinth.dsl;

import dev.plinth.model.sql.Expression;

/** SQL text, taken as it is: a default, or a key of an index. */
public record SqlExpression(String text) implements IndexedKey {

    /** The same in the words of the model. */
    public Expression expression() {
        return new Expression.Sql(text);
    }
}
