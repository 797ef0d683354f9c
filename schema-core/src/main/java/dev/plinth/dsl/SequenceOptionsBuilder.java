package dev.plinth.dsl;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.SequenceOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts; what is not said is what PostgreSQL makes of it. Lives inside a lambda.
 *
 * @param <B> the builder itself
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public abstract sealed class SequenceOptionsBuilder<B extends SequenceOptionsBuilder<B>>
        permits SequenceBuilder, OwnedSequenceBuilder {

    private static final Set<BuiltInType> INTEGERS =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT);

    final Block block;
    private @Nullable BuiltInType type;
    private @Nullable Long start;
    private @Nullable Long increment;
    private @Nullable Long minimum;
    private @Nullable Long maximum;
    private @Nullable Long cache;
    private boolean cycle;

    SequenceOptionsBuilder(Block block) {
        this.block = block;
    }

    abstract B self();

    /** AS smallint, integer or bigint: sets the bounds. */
    public B as(ColumnType integerType) {
        if (!(integerType instanceof ColumnType.BuiltIn builtIn) || !INTEGERS.contains(builtIn.name())) {
            throw block.refusal("a sequence is smallint, integer or bigint",
                    "Write as(smallint()), as(integer()) or leave it out.");
        }
        block.requireUnsaid("as(...)", type);
        type = builtIn.name();
        return self();
    }

    /** START WITH: the first number. */
    public B startWith(long number) {
        block.requireUnsaid("startWith(...)", start);
        start = number;
        return self();
    }

    /** INCREMENT BY, which may be negative. */
    public B incrementBy(long step) {
        block.requireUnsaid("incrementBy(...)", increment);
        increment = step;
        return self();
    }

    /** MINVALUE. */
    public B minValue(long number) {
        block.requireUnsaid("minValue(...)", minimum);
        minimum = number;
        return self();
    }

    /** MAXVALUE. */
    public B maxValue(long number) {
        block.requireUnsaid("maxValue(...)", maximum);
        maximum = number;
        return self();
    }

    /** CACHE: how many numbers a session takes at a time; those that it does not use are lost. */
    public B cache(long numbers) {
        block.requireUnsaid("cache(...)", cache);
        cache = numbers;
        return self();
    }

    /** CYCLE: begins again behind the last number. */
    public B cycle() {
        block.requireOpen();
        cycle = true;
        return self();
    }

    /** @param otherwise the type where none is said */
    SequenceOptions options(BuiltInType otherwise) {
        SequenceOptions usual = SequenceOptions.of(type == null ? otherwise : type, orElse(increment, 1));
        long least = orElse(minimum, usual.minimum());
        long greatest = orElse(maximum, usual.maximum());
        return new SequenceOptions(
                usual.type(),
                orElse(start, usual.increment() < 0 ? greatest : least),
                usual.increment(),
                least,
                greatest,
                orElse(cache, 1),
                cycle);
    }

    private static long orElse(@Nullable Long number, long otherwise) {
        return number == null ? otherwise : number;
    }
}
