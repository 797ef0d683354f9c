package dev.plinth.dynamo.internal.apply;

import dev.plinth.Step;
import dev.plinth.Step.Status;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoDifference;
import dev.plinth.diff.IndexStage;
import dev.plinth.diff.LiveDynamoTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each change of a table is. */
public record Steps(Outcome outcome, boolean planning) {

    private static final String TURN = "waits for its turn: DynamoDB adds one index of a table at a time";
    private static final Duration COOLDOWN = Duration.ofHours(1);
    private static final Duration DELETION = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    /** The steps of all tables: first the tables, then what CreateTable cannot carry, then what takes minutes. */
    public static List<Step> of(List<Outcome> outcomes, boolean planning) {
        return outcomes.stream()
                .flatMap(outcome -> new Steps(outcome, planning).steps().stream())
                .sorted(Comparator.comparingInt(step -> PlannedSteps.phase((DynamoChange) step.change())))
                .toList();
    }

    private List<Step> steps() {
        List<DynamoChange> incomplete = outcome.incomplete();
        return outcome.changes().stream().map(change -> step(change, incomplete)).toList();
    }

    private Step step(DynamoChange change, List<DynamoChange> incomplete) {
        Step step = PlannedSteps.of(change, outcome);
        if (!incomplete.contains(change)) {
            boolean ours = outcome.history().wasAccepted(change);
            return step.with(Status.DONE, ours ? "" : "begun before this run, or by somebody else");
        }
        return outcome.history()
                .setback(change)
                .filter(Setback::isFinal)
                .map(setback -> gaveUp(step, setback))
                .or(() -> outcome.difference().flatMap(difference -> unanswered(step, difference)))
                .or(() -> blocked(step, change))
                .orElseGet(() -> toDo(step, change));
    }

    private static Step gaveUp(Step step, Setback setback) {
        return switch (setback.kind()) {
            case NOT_OFFERED -> step.with(Status.SKIPPED, setback.message());
            case COOLDOWN -> step.with(Status.DEFERRED, setback.message()).retryAfter(COOLDOWN);
            case RACE, BUSY, THROTTLED, SERVER_ERROR, REFUSED -> step.with(Status.FAILED, setback.message());
        };
    }

    /** What the endpoint does not know, what could not be looked at, and what the service gave up in this run. */
    private Optional<Step> unanswered(Step step, DynamoDifference difference) {
        DynamoChange change = (DynamoChange) step.change();
        return reason(difference.notOffered(), change).map(reason -> step.with(Status.SKIPPED, reason))
                .or(() -> reason(difference.unreadable(), change).map(reason -> unreadable(step, reason)))
                .or(() -> reason(difference.givenUp(), change)
                        .filter(reason -> outcome.history().wasAccepted(change))
                        .map(reason -> step.with(Status.FAILED, reason)));
    }

    /** What would have been asked for again is pending; a plan asks once. */
    private Step unreadable(Step step, String reason) {
        boolean asksAgain = step.change() instanceof RegisterAutoScaling
                && outcome.history().unanswered().isPresent();
        return planning || !asksAgain
                ? step.with(Status.FAILED, reason)
                : step.with(Status.PENDING, reason).retryAfter(ASK_AGAIN);
    }

    private static Optional<String> reason(Map<DynamoChange, String> reasons, DynamoChange change) {
        return Optional.ofNullable(reasons.get(change));
    }

    private Optional<Step> blocked(Step step, DynamoChange change) {
        boolean begun = isBegun(change);
        return outcome.seen()
                .filter(seen -> !begun)
                .flatMap(seen -> Blockers.of(outcome.wish(), change, seen, outcome.history())
                        .or(() -> isUnknown(seen.table()) ? Optional.of(outcome.reason()) : Optional.empty()))
                .map(reason -> step.with(Status.BLOCKED, reason).retryAfter(gone()));
    }

    /** A deletion ends by itself. */
    private @Nullable Duration gone() {
        return outcome.live().filter(LiveDynamoTable::isGoing).map(live -> DELETION).orElse(null);
    }

    /** A status from the future may pass, so an apply waits; then somebody has to look. */
    private boolean isUnknown(LiveDynamoTable live) {
        return !planning && live.status() == LiveDynamoTable.Status.UNKNOWN;
    }

    private Step toDo(Step step, DynamoChange change) {
        Duration time = Estimates.of(change, outcome);
        if (isBegun(change)) {
            return step.with(Status.PENDING, PlannedSteps.progress(change)).retryAfter(time);
        }
        return planning ? step : step.with(Status.PENDING, waitsFor(change)).retryAfter(time);
    }

    private boolean isBegun(DynamoChange change) {
        return outcome.difference().filter(difference -> difference.begun().contains(change)).isPresent();
    }

    private String waitsFor(DynamoChange change) {
        boolean indexless = Admission.indexOf(change)
                .flatMap(index -> outcome.live().filter(live -> !live.stages().containsKey(index)))
                .isPresent();
        if (indexless) {
            return "waits for its index";
        }
        boolean busy = outcome.live()
                .filter(live -> !live.stages().values().stream().allMatch(IndexStage::isIdle))
                .isPresent();
        return Admission.of(change) == Admission.INDEXES_IDLE && busy ? TURN : outcome.reason();
    }
}
