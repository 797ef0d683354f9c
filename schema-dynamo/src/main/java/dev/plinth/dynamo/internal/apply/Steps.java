package dev.plinth.dynamo.internal.apply;

import dev.plinth.Step;
import dev.plinth.Step.Status;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.DynamoObstacles;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.diff.LiveGlobalIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far each change of a table is. */
public record Steps(Outcome outcome, boolean planning) {

    private static final String TURN = "waits for its turn: DynamoDB adds one index of a table at a time";

    /** The steps of all tables: first the tables, then what CreateTable cannot carry, then indexes. */
    public static List<Step> of(List<Outcome> outcomes, boolean planning) {
        return outcomes.stream()
                .flatMap(outcome -> new Steps(outcome, planning).steps().stream())
                .sorted(Comparator.comparingInt(step -> phase((DynamoChange) step.change())))
                .toList();
    }

    private static int phase(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> 0;
            case EnablePointInTimeRecovery recovery -> 1;
            case AddGlobalIndex index -> 2;
        };
    }

    private List<Step> steps() {
        return outcome.changes().stream().map(this::step).toList();
    }

    private Step step(DynamoChange change) {
        Step step = PlannedSteps.of(change, outcome.tableName());
        if (!outcome.incomplete().contains(change)) {
            boolean ours = outcome.history().accepted().contains(change);
            return step.with(Status.DONE, ours ? "" : "begun before this run, or by somebody else");
        }
        return outcome.history()
                .setback(change)
                .filter(Setback::isFinal)
                .map(setback -> gaveUp(step, setback))
                .or(() -> notOffered(step, change))
                .or(() -> blocked(step, change))
                .orElseGet(() -> toDo(step, change));
    }

    private static Step gaveUp(Step step, Setback setback) {
        Status status = setback.kind() == Setback.Kind.NOT_OFFERED ? Status.DEFERRED : Status.FAILED;
        return step.with(status, setback.message());
    }

    private Optional<Step> notOffered(Step step, DynamoChange change) {
        return outcome.live()
                .filter(live -> change instanceof EnablePointInTimeRecovery && live.recovery() == Recovery.NOT_OFFERED)
                .map(live -> step.with(Status.DEFERRED, "this endpoint does not offer it"));
    }

    private Optional<Step> blocked(Step step, DynamoChange change) {
        return outcome.live()
                .flatMap(live -> DynamoObstacles.of(outcome.declared(), change, live)
                        .or(() -> isUnknown(live) ? Optional.of(outcome.reason()) : Optional.empty()))
                .map(reason -> step.with(Status.BLOCKED, reason));
    }

    /** A status from the future may pass, so an apply waits; then somebody has to look. */
    private boolean isUnknown(LiveDynamoTable live) {
        return !planning && live.status() == LiveDynamoTable.Status.UNKNOWN;
    }

    private Step toDo(Step step, DynamoChange change) {
        if (isBegun(change)) {
            boolean index = change instanceof AddGlobalIndex;
            return step.with(Status.PENDING, index ? "is being built, which takes minutes" : "is being created");
        }
        return planning ? step : step.with(Status.PENDING, waitsFor(change));
    }

    private boolean isBegun(DynamoChange change) {
        return outcome.live()
                .filter(live -> DynamoDiff.begun(outcome.declared(), live).contains(change))
                .isPresent();
    }

    private String waitsFor(DynamoChange change) {
        boolean busy = outcome.live()
                .filter(live -> !live.globalIndexes().stream().allMatch(LiveGlobalIndex::isIdle))
                .isPresent();
        return change instanceof AddGlobalIndex && busy ? TURN : outcome.reason();
    }
}
