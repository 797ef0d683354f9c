package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index.
 *
 * @param collation another collation than that of the column or expression; null for its own
 * @param operatorClass another operator class than the default one of the type for the index method; null for that
 * @param direction ascending where nothing is said
 * @param nulls {@link NullsOrder#LAST} for ascending and {@link NullsOrder#FIRST} for descending keys where nothing is
 *     said, as in PostgreSQL
 */
public record IndexKey(
        Target target,
        @Nullable QualifiedName collation,
        @Nullable OperatorClass operatorClass,
        Direction direction,
        NullsOrder nulls) {

    /** What is indexed. */
    public sealed interface Target {

        /** A column of the table. */
        record OfColumn(String name) implements Target {}

        /** An expression over columns of the table, without outer parentheses. */
        record OfExpression(Expression expression) implements Target {}
    }

    /** ASC or DESC. */
    public enum Direction {
        ASC,
        DESC;

        /** Where nulls stand when nothing is said of them. */
        public NullsOrder usualNulls() {
            return this == ASC ? NullsOrder.LAST : NullsOrder.FIRST;
        }
    }

    /** NULLS FIRST or NULLS LAST. */
    public enum NullsOrder {
        FIRST,
        LAST
    }

    /** The extension that brings the operator class, if one does. */
    Stream<String> extension() {
        return operatorClass == null ? Stream.empty() : Source.extension(operatorClass.source());
    }

    /** A key with the collation and the operator class of its type. */
    public IndexKey(Target target, Direction direction, NullsOrder nulls) {
        this(target, null, null, direction, nulls);
    }

    /** A column in its natural order. */
    public static IndexKey ascending(String column) {
        return new IndexKey(new Target.OfColumn(column), Direction.ASC, NullsOrder.LAST);
    }

    /** A column in descending order, nulls first. */
    public static IndexKey descending(String column) {
        return new IndexKey(new Target.OfColumn(column), Direction.DESC, NullsOrder.FIRST);
    }
}
