package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import dev.plinth.Step.Status;
import dev.plinth.diff.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an apply has done so far, over all its attempts. */
final class Progress {

    private final Map<Change, Step> done = new LinkedHashMap<>();
    private final Map<Change, Step> failed = new LinkedHashMap<>();
    private final Set<Change> setAside = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private int total;

    /** A plan was made: what it has left to do comes on top of what is done, which it may still have in it. */
    void expect(List<PlannedStep> plan) {
        total = done.size()
                + (int) plan.stream()
                        .filter(step -> step.isPlanned() && !done.containsKey(step.step().change()))
                        .count();
    }

    /** What is to be told of a step that was planned: one that failed says why. */
    Step step(PlannedStep planned) {
        return failed.getOrDefault(planned.step().change(), planned.step());
    }

    /** How many steps there are, those done included. */
    int total() {
        return total;
    }

    int doneCount() {
        return done.size();
    }

    void done(PlannedStep step) {
        done.put(step.step().change(), step.step().with(Status.DONE, ""));
    }

    /** A step that the server refused. */
    void failed(PlannedStep step, String message) {
        failed.put(step.step().change(), step.step().with(Status.FAILED, message));
        failures.add(step.step().change().subject().display() + ": " + message);
    }

    /** A step that the server refused, without which the others can go on. */
    void setAside(PlannedStep step, String message) {
        failed(step, message);
        setAside.add(step.step().change());
    }

    /** Steps that are not to be tried again, nor what needs them. */
    Set<Change> setAside() {
        return Set.copyOf(setAside);
    }

    /** Something that went wrong and is not one step's. */
    void failed(String message) {
        failures.add(message);
    }

    boolean hasFailed(PlannedStep step) {
        return failed.containsKey(step.step().change());
    }

    /** Whether something failed that the others do not go on without. */
    boolean hasStopped() {
        return failures.size() > setAside.size();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Everything, in the order of the last plan: what was done, what was not, what could not be. */
    List<Step> steps(List<PlannedStep> lastPlan, String pendingDetail) {
        List<Step> steps = new ArrayList<>(done.values());
        Set<Change> told = new HashSet<>(done.keySet());
        for (PlannedStep planned : lastPlan) {
            Step step = planned.step();
            if (told.add(step.change())) {
                steps.add(planned.isPlanned() && !hasFailed(planned)
                        ? step.with(Status.PENDING, pendingDetail)
                        : step(planned));
            }
        }
        failed.values().stream().filter(step -> told.add(step.change())).forEach(steps::add);
        return steps;
    }
}
