package dev.plinth.dynamo.internal.apply;

import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.Waiting;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.Work;
import dev.plinth.diff.DynamoChange;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who listens what happens to the tables of one run; costs nothing where nobody does. Shared by the threads that work
 * on them, as the steps of all tables are counted together.
 */
public final class TableEvents {

    private static final String STORE = "dynamodb";

    private final Run run;
    private final Set<DynamoChange> known = new LinkedHashSet<>();
    private final Map<DynamoChange, Integer> numbers = new HashMap<>();

    /** The events of one run over all tables. */
    public TableEvents(Run run) {
        this.run = run;
    }

    /** The first look at a table, or the first after somebody replaced it. */
    void planned(TableRun table) {
        if (run.isHeard()) {
            Outcome outcome = table.outcome();
            List<Step> steps = Steps.of(List.of(outcome), true);
            know(outcome.changes());
            run.tell(new PlanComputed(STORE, "table " + outcome.tableName(), steps));
        }
    }

    /** A request is about to be sent; empty where nobody listens. */
    Optional<Work> started(DynamoChange change, TableRun table) {
        if (!run.isHeard()) {
            return Optional.empty();
        }
        Outcome outcome = table.outcome();
        Step step = PlannedSteps.of(change, outcome);
        know(outcome.changes());
        Work work = new Work(STORE, List.of(step), step.statements(), number(change), total());
        run.tell(new WorkStarted(work));
        return Optional.of(work);
    }

    void accepted(Optional<Work> started, Duration time) {
        started.ifPresent(work -> run.tell(new WorkDone(work, time, Work.Outcome.ACCEPTED, "")));
    }

    /** An answer that says no, or none at all. */
    void refused(Optional<Work> started, Duration time, String table, Setback setback, Duration pause) {
        started.ifPresent(work -> {
            run.tell(new WorkDone(work, time, outcome(setback), setback.message()));
            if (!setback.isFinal()) {
                run.tell(new Retry(STORE, "table " + table, setback.message(), pause));
            }
        });
    }

    /** The thread was interrupted before there was an answer. */
    void interrupted(Optional<Work> started, Duration time) {
        started.ifPresent(work -> run.tell(new WorkDone(work, time, Work.Outcome.UNKNOWN, "interrupted")));
    }

    void lookRefused(String table, Setback setback, Duration pause) {
        if (run.isHeard()) {
            run.tell(new Retry(STORE, "table " + table, setback.message(), pause));
        }
    }

    void waiting(String table, String reason, Duration soFar, Duration pause) {
        if (run.isHeard()) {
            run.tell(new Waiting(STORE, "table " + table, reason, soFar, pause));
        }
    }

    private static Work.Outcome outcome(Setback setback) {
        if (setback.isFinal()) {
            return Work.Outcome.FAILED;
        }
        return setback.kind() == Setback.Kind.SERVER_ERROR ? Work.Outcome.UNKNOWN : Work.Outcome.UNDONE;
    }

    private synchronized void know(List<DynamoChange> changes) {
        known.addAll(changes);
    }

    private synchronized int total() {
        return known.size();
    }

    /** The same for every try. */
    private synchronized int number(DynamoChange change) {
        return numbers.computeIfAbsent(change, first -> numbers.size() + 1);
    }
}
