package dev.plinth.diff;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The constraints and indexes of a live table that nothing declared has been found in yet. One live object satisfies one
 * declared object: real tables hold twins, and both are wanted.
 */
final class Unmatched {

    private final List<Live<Constraint>> constraints;
    private final List<Live<Index>> indexes;

    Unmatched(LiveTable table) {
        this.constraints = new ArrayList<>(table.constraints());
        this.indexes = new ArrayList<>(table.indexes());
    }

    /** The first constraint that meets the condition; it is matched from then on. */
    Optional<Live<Constraint>> constraint(Predicate<Live<Constraint>> condition) {
        return take(constraints, condition);
    }

    /** The first index that meets the condition; it is matched from then on. */
    Optional<Live<Index>> index(Predicate<Live<Index>> condition) {
        return take(indexes, condition);
    }

    /** Takes the first that meets the condition out of the list. */
    static <T> Optional<T> take(List<T> unmatched, Predicate<T> condition) {
        for (int place = 0; place < unmatched.size(); place++) {
            if (condition.test(unmatched.get(place))) {
                return Optional.of(unmatched.remove(place));
            }
        }
        return Optional.empty();
    }
}
