package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoFindings.Comparison;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auto scaling, of the table and of each index that is there. */
record DynamoScalingDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final Comparison<LiveScaling> RANGE = new Comparison<>(
            "range",
            (declared, found) -> found.does(declared),
            DynamoWords::scaling,
            "set it with RegisterScalableTarget and PutScalingPolicy, or make the schema say what is live");

    void compare() {
        if (DynamoCapacityDiff.sameMode(declared.billing(), live.billing())) {
            DynamoCompanions.scaling(declared).stream()
                    .filter(change -> !isTaken(change.index()))
                    .forEach(change -> findings.part(change, wanted(change), found(change), RANGE));
        }
    }

    /** An index of another kind has the name: there is nothing to scale. */
    private boolean isTaken(@Nullable String index) {
        return index != null && (live.localIndex(index).isPresent() || live.vectorIndex(index).isPresent());
    }

    private static LiveScaling wanted(RegisterAutoScaling change) {
        return LiveScaling.of(change.index(), change.dimension(), change.range());
    }

    private LiveValue<LiveScaling> found(RegisterAutoScaling change) {
        return live.settings().autoScaling().map(all -> found(change, all));
    }

    /** Registered as declared and without a policy it is half done, and the other half is missing. */
    private static Optional<LiveScaling> found(RegisterAutoScaling change, List<LiveScaling> all) {
        return all.stream()
                .filter(one -> Objects.equals(one.index(), change.index()) && one.dimension() == change.dimension())
                .filter(one -> !one.policies().isEmpty() || !one.isWithin(change.range()))
                .findFirst();
    }
}
