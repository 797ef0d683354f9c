package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.DynamoObstacles;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;
import java.util.List;

/**
 * Decides what to do about a table next: a pure function of what is declared, what was seen last and what has happened in
 * this run. So a crash, a Lambda that ran out of time and a second process at the same work are all the same case.
 */
record Next(DynamoTable declared, IndexWait indexWait, History history) {

    /** How long a table may be invisible after its creation was accepted. */
    private static final Duration INVISIBLE = Duration.ofSeconds(5);

    static Decision next(DynamoTable declared, IndexWait indexWait, Observed observed, History history) {
        Next next = new Next(declared, indexWait, history);
        return switch (observed) {
            case Observed.Absent() -> next.absent();
            case Observed.Present(LiveDynamoTable live, String id, String status) -> next.present(live, status);
        };
    }

    private Decision absent() {
        CreateDynamoTable create = new CreateDynamoTable(declared);
        if (history.sinceCreated().filter(time -> time.compareTo(INVISIBLE) < 0).isPresent()) {
            return waiting("the table was created and cannot be seen yet", Pace.CREATION);
        }
        return history.gaveUp(create) ? new Decision.Done() : new Decision.Call(create);
    }

    private Decision present(LiveDynamoTable live, String status) {
        List<DynamoChange> missing = DynamoDiff.compare(declared, live).missing();
        return switch (live.status()) {
            case CREATING -> waiting("the table is being created", Pace.CREATION);
            case ACTIVE, UPDATING -> usable(live, missing);
            case DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED ->
                blocked(live, missing);
            case UNKNOWN ->
                missing.isEmpty()
                        ? new Decision.Done()
                        : waiting("the table is in the status " + status + ", which this version does not know",
                                Pace.ALLOCATION);
        };
    }

    private Decision usable(LiveDynamoTable live, List<DynamoChange> missing) {
        List<DynamoChange> possible = withoutObstacle(live, missing);
        if (possible.isEmpty() && !missing.isEmpty()) {
            return blocked(live, missing);
        }
        List<DynamoChange> toDo = possible.stream()
                .filter(change -> !history.gaveUp(change) && isOffered(change, live))
                .toList();
        return toDo.isEmpty() ? nothingMissing(live) : add(toDo.get(0), live);
    }

    private Decision add(DynamoChange change, LiveDynamoTable live) {
        return switch (change) {
            case AddGlobalIndex index -> addIndex(index, live);
            case EnablePointInTimeRecovery recovery -> new Decision.Call(recovery);
            case CreateDynamoTable create -> throw new IllegalStateException("a table that exists is never created");
        };
    }

    /** One index at a time, whoever began it; another change of the table keeps indexes out as well. */
    private Decision addIndex(AddGlobalIndex change, LiveDynamoTable live) {
        boolean free = live.status() == LiveDynamoTable.Status.ACTIVE
                && live.globalIndexes().stream().allMatch(LiveGlobalIndex::isIdle);
        return switch (indexWait) {
            case NONE ->
                free && history.setback(change).isEmpty() ? new Decision.Call(change) : new Decision.Done();
            case STARTED ->
                free ? new Decision.Call(change) : isBuilding(live) ? new Decision.Done() : indexWaits(live);
            case ACTIVE -> free ? new Decision.Call(change) : indexWaits(live);
        };
    }

    /** Nothing is missing, or what is was given up. */
    private Decision nothingMissing(LiveDynamoTable live) {
        boolean building = !DynamoDiff.begun(declared, live).isEmpty();
        return building && indexWait == IndexWait.ACTIVE ? indexWaits(live) : new Decision.Done();
    }

    private Decision indexWaits(LiveDynamoTable live) {
        return live.globalIndexes().stream()
                .filter(index -> !index.isIdle())
                .findFirst()
                .map(index -> waiting(
                        "index " + index.name() + " is " + stage(index),
                        index.backfilling() ? Pace.BACKFILL : Pace.ALLOCATION))
                .orElseGet(() -> waiting("the table is being updated", Pace.ALLOCATION));
    }

    private static String stage(LiveGlobalIndex index) {
        return switch (index.status()) {
            case CREATING -> index.backfilling() ? "being filled, which takes minutes" : "being created";
            case ACTIVE -> "being filled, which takes minutes";
            case UPDATING -> "being updated";
            case DELETING -> "being deleted";
            case UNKNOWN -> "in a status that this version does not know";
        };
    }

    private static boolean isBuilding(LiveDynamoTable live) {
        return live.globalIndexes().stream().anyMatch(LiveGlobalIndex::isBeingBuilt);
    }

    private static boolean isOffered(DynamoChange change, LiveDynamoTable live) {
        return !(change instanceof EnablePointInTimeRecovery) || live.recovery() != Recovery.NOT_OFFERED;
    }

    private List<DynamoChange> withoutObstacle(LiveDynamoTable live, List<DynamoChange> missing) {
        return missing.stream()
                .filter(change -> DynamoObstacles.of(declared, change, live).isEmpty())
                .toList();
    }

    private Decision blocked(LiveDynamoTable live, List<DynamoChange> missing) {
        return missing.stream()
                .flatMap(change -> DynamoObstacles.of(declared, change, live).stream())
                .findFirst()
                .<Decision>map(Decision.Blocked::new)
                .orElseGet(Decision.Done::new);
    }

    private Decision waiting(String reason, Pace pace) {
        return new Decision.Wait(reason, pace.after(history.looks()));
    }
}
