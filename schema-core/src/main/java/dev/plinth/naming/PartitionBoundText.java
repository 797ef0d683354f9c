package dev.plinth.naming;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words for which rows belong into a partition, as they stand behind PARTITION OF. */
public final class PartitionBoundText {

    private final Function<Expression, String> spelling;

    private PartitionBoundText(Function<Expression, String> spelling) {
        this.spelling = spelling;
    }

    /** @param spelling how a value is written */
    public static String of(PartitionBound bound, Function<Expression, String> spelling) {
        return new PartitionBoundText(spelling).of(bound);
    }

    private String of(PartitionBound bound) {
        return switch (bound) {
            case PartitionBound.Range(var from, var to) -> "FOR VALUES FROM " + values(from) + " TO " + values(to);
            case PartitionBound.In(var values) -> "FOR VALUES IN " + values(values);
            case PartitionBound.Remainder(var modulus, var remainder) ->
                "FOR VALUES WITH (MODULUS " + modulus + ", REMAINDER " + remainder + ")";
            case PartitionBound.Otherwise() -> "DEFAULT";
        };
    }

    private String values(List<Expression> values) {
        return values.stream().map(spelling).collect(Collectors.joining(", ", "(", ")"));
    }
}
