package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoDifference;
import dev.plinth.diff.IndexStage;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to do about a table next: a pure function of what is declared, what was seen last and what has happened in
 * this run. So a crash, a Lambda that ran out of time and a second process at the same work are all the same case.
 */
record Next(Wish wish, History history) {

    /** How long a table may be invisible after its creation was accepted. */
    private static final Duration INVISIBLE = Duration.ofSeconds(5);

    static Decision next(Wish wish, Observed observed, History history) {
        Next next = new Next(wish, history);
        return switch (observed) {
            case Observed.Absent() -> next.absent();
            case Present seen -> next.present(seen);
        };
    }

    private Decision absent() {
        CreateDynamoTable create = new CreateDynamoTable(wish.table());
        if (history.sinceCreated().filter(time -> time.compareTo(INVISIBLE) < 0).isPresent()) {
            return waiting("the table was created and cannot be seen yet", Pace.CREATION);
        }
        return history.gaveUp(create) ? new Decision.Done() : inTime(create);
    }

    private Decision present(Present seen) {
        LiveDynamoTable live = seen.table();
        DynamoDifference difference = seen.difference();
        return switch (live.status()) {
            case CREATING -> waiting("the table is being created", Pace.CREATION);
            case ACTIVE, UPDATING -> usable(seen, difference);
            case DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED ->
                blocked(seen, difference.missing());
            case UNKNOWN ->
                difference.missing().isEmpty()
                        ? new Decision.Done()
                        : waiting("the table is in the status " + seen.statusText()
                                + ", which this version does not know", Pace.ALLOCATION);
        };
    }

    private Decision usable(Present seen, DynamoDifference difference) {
        List<DynamoChange> missing = difference.missing().stream()
                .filter(change -> !history.gaveUp(change) && !isGivenUp(change, difference))
                .toList();
        List<DynamoChange> free = missing.stream()
                .filter(change -> Blockers.of(wish, change, seen, history).isEmpty())
                .toList();
        List<DynamoChange> possible =
                free.stream().filter(change -> hasIndex(change, seen.table(), free)).toList();
        Optional<Decision> call = possible.stream()
                .filter(change -> isWanted(change, seen.table()) && isInTurn(change, possible))
                .min(Comparator.comparing(history::pause))
                .map(this::inTime);
        return call.or(() -> waitFor(seen, possible, difference.begun()))
                .or(this::askAgain)
                .orElseGet(() -> possible.isEmpty() && !missing.isEmpty()
                        ? blocked(seen, missing)
                        : new Decision.Done());
    }

    /** What belongs to an index is hopeless where that index is neither there nor coming. */
    private static boolean hasIndex(DynamoChange change, LiveDynamoTable live, List<DynamoChange> coming) {
        return Admission.indexOf(change)
                .filter(index -> !live.stages().containsKey(index))
                .map(index -> coming.stream().anyMatch(
                        other -> other instanceof AddGlobalIndex add && add.index().name().equals(index)))
                .orElse(true);
    }

    /** The service accepted it in this run and then could not do it. */
    private boolean isGivenUp(DynamoChange change, DynamoDifference difference) {
        return difference.givenUp().containsKey(change) && history.wasAccepted(change);
    }

    /** A change that was accepted is never sent again, even if it cannot be seen yet. */
    private boolean isWanted(DynamoChange change, LiveDynamoTable live) {
        boolean admitted = !history.wasAccepted(change) && Admission.admits(change, live);
        boolean hurried = wish.indexWait() == IndexWait.NONE && Admission.isOfIndex(change);
        return admitted && !(hurried && isIndexRefused());
    }

    /** DynamoDB copies a table with provisioned capacity only if that scales already. */
    private static boolean isInTurn(DynamoChange change, List<DynamoChange> possible) {
        return !(change instanceof AddReplicas) || possible.stream().noneMatch(RegisterAutoScaling.class::isInstance);
    }

    private Optional<Decision> askAgain() {
        return history.unanswered().map(setback -> {
            Duration pause = setback.notBefore().minus(history.now());
            return new Decision.Wait(setback.message(), pause.isNegative() ? Duration.ZERO : pause);
        });
    }

    /** An index that had to wait keeps those behind it waiting. */
    private boolean isIndexRefused() {
        return history.setbacks().entrySet().stream()
                .anyMatch(entry -> Admission.isOfIndex(entry.getKey()) && !entry.getValue().isFinal());
    }

    /** Calls, once the pause after an earlier refusal is over. */
    private Decision inTime(DynamoChange change) {
        Duration pause = history.pause(change);
        return pause.isZero()
                ? new Decision.Call(change)
                : new Decision.Wait(history.setback(change).map(Setback::message).orElse(""), pause);
    }

    /** Waits for what is on its way, and for the moment at which what is missing can be added, as far as is wished. */
    private Optional<Decision> waitFor(Present seen, List<DynamoChange> missing, List<DynamoChange> begun) {
        return isWorthWaiting(seen.table(), missing, begun)
                ? Optional.of(wait(seen.table(), missing, begun))
                : Optional.empty();
    }

    private boolean isWorthWaiting(LiveDynamoTable live, List<DynamoChange> missing, List<DynamoChange> begun) {
        boolean quick = missing.stream().anyMatch(change -> !isSlow(change))
                || begun.stream().anyMatch(change -> !isSlow(change));
        return switch (wish.indexWait()) {
            case NONE -> quick;
            case STARTED -> quick || (missing.stream().anyMatch(Next::isSlow) && !isBuilding(live));
            case ACTIVE -> !missing.isEmpty() || !begun.isEmpty();
        };
    }

    /** What takes minutes, or comes only after what does. */
    private static boolean isSlow(DynamoChange change) {
        return Admission.isOfIndex(change) || change instanceof AddReplicas || change instanceof RaiseWarmThroughput;
    }

    private static boolean isBuilding(LiveDynamoTable live) {
        return live.stages().values().stream().anyMatch(IndexStage::isBeingBuilt);
    }

    private Decision wait(LiveDynamoTable live, List<DynamoChange> missing, List<DynamoChange> begun) {
        return live.stages().entrySet().stream()
                .filter(index -> !index.getValue().isIdle())
                .findFirst()
                .map(index -> waiting(
                        "index " + index.getKey() + " is " + stage(index.getValue()),
                        index.getValue().backfilling() ? Pace.BACKFILL : Pace.ALLOCATION))
                .orElseGet(() -> waiting(reason(live, missing, begun), Pace.ALLOCATION));
    }

    private static String reason(LiveDynamoTable live, List<DynamoChange> missing, List<DynamoChange> begun) {
        if (live.status() == LiveDynamoTable.Status.UPDATING) {
            return "the table is being updated";
        }
        return begun.stream()
                .findFirst()
                .map(change -> change.subject().display() + " is on its way")
                .or(() -> missing.stream().findFirst().map(change -> change.subject().display()
                        + " was accepted and cannot be seen yet"))
                .orElse("");
    }

    private static String stage(IndexStage index) {
        return switch (index.status()) {
            case CREATING -> index.backfilling() ? "being filled, which takes minutes" : "being created";
            case ACTIVE -> "being filled, which takes minutes";
            case UPDATING -> "being updated";
            case DELETING -> "being deleted";
            case UNKNOWN -> "in a status that this version does not know";
        };
    }

    private Decision blocked(Present seen, List<DynamoChange> missing) {
        return missing.stream()
                .flatMap(change -> Blockers.of(wish, change, seen, history).stream())
                .findFirst()
                .<Decision>map(Decision.Blocked::new)
                .orElseGet(Decision.Done::new);
    }

    private Decision waiting(String reason, Pace pace) {
        return new Decision.Wait(reason, pace.after(history.looks()));
    }
}
