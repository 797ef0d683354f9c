package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.naming.PartitionBoundText;
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
        return PartitionBoundText.of(bound, ExpressionText::of);
    }

    static String parents(List<QualifiedName> parents) {
        return parents.isEmpty()
                ? ""
                : parents.stream()
                        .map(QualifiedName::display)
                        .collect(Collectors.joining(", ", "INHERITS (", ")"));
    }
}
