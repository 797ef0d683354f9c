package dev.plinth.dsl;

import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;

/** A key of an index in an order of its own. */
record OrderedKey(IndexedKey key, Direction direction, NullsOrder nulls) implements IndexedKey {

    @Override
    public IndexedKey desc() {
        return new OrderedKey(key, Direction.DESC, NullsOrder.FIRST);
    }

    @Override
    public IndexedKey nullsFirst() {
        return new OrderedKey(key, direction, NullsOrder.FIRST);
    }

    @Override
    public IndexedKey nullsLast() {
        return new OrderedKey(key, direction, NullsOrder.LAST);
    }
}
