package dev.plinth.model.sql;

import java.util.List;

/** FOR VALUES ...: which rows belong into a partition. Values are constants, MINVALUE, MAXVALUE or NULL. */
public sealed interface PartitionBound {

    /** Below every value, in a range. */
    Expression MINVALUE = new Expression.Sql("MINVALUE");

    /** Above every value, in a range. */
    Expression MAXVALUE = new Expression.Sql("MAXVALUE");

    /** The rows without a value, in a list. */
    Expression NULL = new Expression.Sql("NULL");

    /** FROM (...) TO (...): from the first bound on, up to the second, which is outside. One value for each key. */
    record Range(List<Expression> from, List<Expression> to) implements PartitionBound {
        public Range {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** IN (...). */
    record In(List<Expression> values) implements PartitionBound {
        public In {
            values = List.copyOf(values);
        }
    }

    /** WITH (MODULUS ..., REMAINDER ...). */
    record Remainder(int modulus, int remainder) implements PartitionBound {}

    /** DEFAULT: whatever belongs into no other partition. */
    record Otherwise() implements PartitionBound {}
}
