package dev.plinth.dsl;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FOR VALUES ...: which rows belong into a partition. Lives inside the lambda of {@code t.partition(...)}.
 *
 * <p>Values are constants; write a date as text, {@code from("2026-01-01")}, and several kinds of them as literals:
 * {@code from(literal("eu"), MINVALUE)}.
 */
public final class PartitionBuilder {

    private final TableDraft partition;
    private @Nullable List<Expression> from;
    private @Nullable List<Expression> to;
    private @Nullable Integer modulus;
    private @Nullable PartitionBound bound;

    PartitionBuilder(TableDraft partition) {
        this.partition = partition;
    }

    /** FROM, the first value that belongs into it; go on with {@code to}. One value for each key of the table. */
    public PartitionBuilder from(String... values) {
        return from(texts(values));
    }

    /** FROM numbers; go on with {@code to}. */
    public PartitionBuilder from(long... values) {
        return from(numbers(values));
    }

    /** FROM values of any kind, or MINVALUE; go on with {@code to}. */
    public PartitionBuilder from(Expression... values) {
        requireUnsaid(from);
        from = List.of(values);
        return this;
    }

    /** TO, the first value that belongs into it no more. */
    public PartitionBuilder to(String... values) {
        return to(texts(values));
    }

    /** TO numbers. */
    public PartitionBuilder to(long... values) {
        return to(numbers(values));
    }

    /** TO values of any kind, or MAXVALUE. */
    public PartitionBuilder to(Expression... values) {
        requireUnsaid(to);
        to = List.of(values);
        return this;
    }

    /** IN these texts. */
    public PartitionBuilder in(String... values) {
        return in(texts(values));
    }

    /** IN these numbers. */
    public PartitionBuilder in(long... values) {
        return in(numbers(values));
    }

    /** IN values of any kind, NULL included. */
    public PartitionBuilder in(Expression... values) {
        return bound(new PartitionBound.In(List.of(values)));
    }

    /** WITH (MODULUS ...); go on with {@code remainder}. */
    public PartitionBuilder modulus(int number) {
        requireUnsaid(modulus);
        modulus = number;
        return this;
    }

    /** WITH (MODULUS ..., REMAINDER ...). */
    public PartitionBuilder remainder(int number) {
        if (modulus == null) {
            throw partition.refusal("says remainder without modulus", "Write p.modulus(4).remainder(0).");
        }
        return bound(new PartitionBound.Remainder(modulus, number));
    }

    /** DEFAULT: whatever belongs into no other partition. */
    public PartitionBuilder otherwise() {
        return bound(new PartitionBound.Otherwise());
    }

    private PartitionBuilder bound(PartitionBound wanted) {
        requireUnsaid(bound);
        bound = wanted;
        return this;
    }

    /** The bound; refused where it is not complete, or where two are said. */
    PartitionBound toModel() {
        if (from != null && to != null) {
            bound(new PartitionBound.Range(from, to));
        } else if (from != null || to != null) {
            throw partition.refusal(
                    "says " + (from == null ? "to without from" : "from without to"),
                    "Write p.from(...).to(...); MINVALUE and MAXVALUE have no end.");
        }
        if (modulus != null && !(bound instanceof PartitionBound.Remainder)) {
            throw partition.refusal("says modulus without remainder", "Write p.modulus(4).remainder(0).");
        }
        if (bound == null) {
            throw partition.refusal(
                    "does not say which rows belong into it",
                    "Write p.from(...).to(...), p.in(...), p.modulus(...).remainder(...) or p.otherwise().");
        }
        return bound;
    }

    private void requireUnsaid(@Nullable Object earlier) {
        partition.requireOpen();
        if (earlier != null) {
            throw partition.refusal("already says which rows belong into it", "Say it once.");
        }
    }

    private static Expression[] texts(String... values) {
        return Arrays.stream(values).map(Expressions::literal).toArray(Expression[]::new);
    }

    private static Expression[] numbers(long... values) {
        return Arrays.stream(values).mapToObj(Expressions::literal).toArray(Expression[]::new);
    }
}
