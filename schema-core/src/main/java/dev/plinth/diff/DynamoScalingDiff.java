package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoFindings.Comparison;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.ScalingRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auto scaling, of the table and of each index that is there. */
record DynamoScalingDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final Comparison<ScalingRange> RANGE = new Comparison<>(
            "range",
            ScalingRange::equals,
            DynamoWords::scaling,
            "set it with RegisterScalableTarget and PutScalingPolicy, or make the schema say what is live");

    void compare() {
        if (DynamoCapacityDiff.sameMode(declared.billing(), live.billing())) {
            DynamoCompanions.scaling(declared).stream()
                    .filter(change -> !isTaken(change.index()))
                    .forEach(change -> findings.part(change, change.range(), found(change), RANGE));
        }
    }

    /** An index of another kind has the name: there is nothing to scale. */
    private boolean isTaken(@Nullable String index) {
        return index != null && (live.localIndex(index).isPresent() || live.vectorIndex(index).isPresent());
    }

    private LiveValue<ScalingRange> found(RegisterAutoScaling change) {
        return live.settings().autoScaling().map(all -> found(change, all));
    }

    private static Optional<ScalingRange> found(RegisterAutoScaling change, List<LiveScaling> all) {
        return all.stream()
                .filter(one -> Objects.equals(one.index(), change.index()) && one.dimension() == change.dimension())
                .map(LiveScaling::range)
                .findFirst();
    }
}
