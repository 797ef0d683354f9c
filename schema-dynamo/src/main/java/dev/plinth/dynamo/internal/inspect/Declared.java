package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;

/** What is declared of a table and nobody but another service knows. */
public final class Declared {

    private Declared() {}

    /** What has to scale, of the table and of its indexes. */
    public static List<RegisterAutoScaling> scaling(DynamoTable table) {
        return DynamoDiff.absent(table).stream()
                .filter(RegisterAutoScaling.class::isInstance)
                .map(RegisterAutoScaling.class::cast)
                .toList();
    }
}
