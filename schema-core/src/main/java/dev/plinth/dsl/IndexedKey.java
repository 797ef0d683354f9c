package dev.plinth.dsl;

import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexKey.Target;

/**
 * What can be a key of an index: a column, an expression, or one of them in another order. The methods return a new
 * value and change nothing.
 */
public sealed interface IndexedKey permits ColumnHandle, SqlExpression, OrderedKey {

    /** In descending order; nulls first, as PostgreSQL has it where nothing is said. */
    default IndexedKey desc() {
        return new OrderedKey(this, Direction.DESC, NullsOrder.FIRST);
    }

    /** With nulls before all other values. */
    default IndexedKey nullsFirst() {
        return new OrderedKey(this, Direction.ASC, NullsOrder.FIRST);
    }

    /** With nulls after all other values. */
    default IndexedKey nullsLast() {
        return new OrderedKey(this, Direction.ASC, NullsOrder.LAST);
    }

    /** The key in the words of the model. */
    static IndexKey toModel(IndexedKey key) {
        return switch (key) {
            case ColumnHandle column -> IndexKey.ascending(column.name());
            case SqlExpression sql ->
                new IndexKey(new Target.OfExpression(sql.expression()), Direction.ASC, NullsOrder.LAST);
            case OrderedKey ordered ->
                new IndexKey(toModel(ordered.key()).target(), ordered.direction(), ordered.nulls());
        };
    }
}
