package dev.plinth.model.sql;

/**
 * How a sequence counts. Always complete: what nobody says is what PostgreSQL makes of it.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param increment not zero; negative for a descending sequence
 * @param cache how many numbers a session takes at a time
 * @param cycle whether it begins again behind its last number
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public record SequenceOptions(
        BuiltInType type, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {

    /** An ascending sequence from 1. */
    public static SequenceOptions of(BuiltInType type) {
        return of(type, 1);
    }

    /** A sequence with the bounds, the start and the cache that PostgreSQL chooses. */
    public static SequenceOptions of(BuiltInType type, long increment) {
        boolean descends = increment < 0;
        long minimum = descends ? lowest(type) : 1;
        long maximum = descends ? -1 : highest(type);
        return new SequenceOptions(type, descends ? maximum : minimum, increment, minimum, maximum, 1, false);
    }

    /** The greatest number of a type; of {@code bigint} for any other type. */
    public static long highest(BuiltInType type) {
        if (type == BuiltInType.SMALLINT) {
            return Short.MAX_VALUE;
        }
        return type == BuiltInType.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    /** The least number of a type; of {@code bigint} for any other type. */
    public static long lowest(BuiltInType type) {
        return -highest(type) - 1;
    }
}
