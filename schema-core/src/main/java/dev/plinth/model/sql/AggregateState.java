package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of an aggregate, from the first row to the result.
 *
 * @param function SFUNC: takes a row into the state
 * @param type STYPE
 * @param space SSPACE, the average size of a state in bytes; 0 for a guess by its type
 * @param initial INITCOND, the state before the first row as text; null for a null
 * @param last what makes the result of the last state; null where the state is the result
 */
public record AggregateState(
        QualifiedName function, ColumnType type, int space, @Nullable String initial, @Nullable Last last) {

    /**
     * FINALFUNC.
     *
     * @param extra FINALFUNC_EXTRA: whether it is called with nulls for the arguments, too
     */
    public record Last(QualifiedName function, boolean extra, Modify modify) {}

    /** FINALFUNC_MODIFY: whether a final function changes the state. */
    public enum Modify {
        READ_ONLY,
        SHAREABLE,
        READ_WRITE
    }

    Stream<QualifiedName> functions() {
        return Stream.concat(Stream.of(function), Stream.ofNullable(last).map(Last::function));
    }

    /** The same state of another type. */
    public AggregateState withType(ColumnType other) {
        return new AggregateState(function, other, space, initial, last);
    }
}
