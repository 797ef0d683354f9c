package dev.plinth.model.sql;

/**
 * One key of an index.
 *
 * @param direction ascending where nothing is said
 * @param nulls {@link NullsOrder#LAST} for ascending and {@link NullsOrder#FIRST} for descending keys where nothing is
 *     said, as in PostgreSQL
 */
public record IndexKey(Target target, Direction direction, NullsOrder nulls) {

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
        DESC
    }

    /** NULLS FIRST or NULLS LAST. */
    public enum NullsOrder {
        FIRST,
        LAST
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
