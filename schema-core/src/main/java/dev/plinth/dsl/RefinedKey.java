package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.OperatorClass;
import org.jspecify.annotations.Nullable;

/** A key of an index with more than its column or expression. */
record RefinedKey(
        IndexedKey key,
        @Nullable QualifiedName collation,
        @Nullable OperatorClass operatorClass,
        Direction direction,
        NullsOrder nulls)
        implements IndexedKey {

    static RefinedKey of(IndexedKey key) {
        return key instanceof RefinedKey refined
                ? refined
                : new RefinedKey(key, null, null, Direction.ASC, NullsOrder.LAST);
    }

    RefinedKey directed(Direction direction, NullsOrder nulls) {
        return new RefinedKey(key, collation, operatorClass, direction, nulls);
    }

    RefinedKey nulls(NullsOrder order) {
        return directed(direction, order);
    }

    RefinedKey collated(QualifiedName name) {
        return new RefinedKey(key, name, operatorClass, direction, nulls);
    }

    RefinedKey classed(OperatorClass wanted) {
        return new RefinedKey(key, collation, wanted, direction, nulls);
    }
}
