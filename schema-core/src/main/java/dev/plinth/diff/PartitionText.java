package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partitions and parents as a person reads them in a message. */
final class PartitionText {

    private PartitionText() {}

    static String of(@Nullable Partitioning partitioning) {
        return partitioning == null
                ? ""
                : "PARTITION BY " + partitioning.strategy() + " "
                        + partitioning.keys().stream()
                                .map(IndexText::key)
                                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String of(@Nullable PartitionOf partition) {
        return partition == null
                ? ""
                : "PARTITION OF " + partition.table().display() + " " + of(partition.bound());
    }

    static String of(PartitionBound bound) {
        return switch (bound) {
            case PartitionBound.Range(var from, var to) -> "FOR VALUES FROM " + values(from) + " TO " + values(to);
            case PartitionBound.In(var values) -> "FOR VALUES IN " + values(values);
            case PartitionBound.Remainder(var modulus, var remainder) ->
                "FOR VALUES WITH (MODULUS " + modulus + ", REMAINDER " + remainder + ")";
            case PartitionBound.Otherwise() -> "DEFAULT";
        };
    }

    static String parents(List<QualifiedName> parents) {
        return parents.isEmpty()
                ? ""
                : parents.stream()
                        .map(QualifiedName::display)
                        .collect(Collectors.joining(", ", "INHERITS (", ")"));
    }

    private static String values(List<Expression> values) {
        return values.stream().map(ExpressionText::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
