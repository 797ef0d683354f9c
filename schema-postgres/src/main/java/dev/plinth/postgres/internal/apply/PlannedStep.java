package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import java.util.List;

/**
 * A step with the statements that carry it out.
 *
 * @param inTransaction what can share a transaction with other steps
 * @param afterwards what has to stand alone, after the transactions: CONCURRENTLY, and VALIDATE, which would hold the
 *     locks of its transaction while it reads the table
 * @param doubt what may be the reason if it fails; empty where nothing is known
 */
record PlannedStep(Step step, List<String> inTransaction, List<String> afterwards, String doubt) {

    /** A step of which nothing is known that could make it fail. */
    PlannedStep(Step step, List<String> inTransaction, List<String> afterwards) {
        this(step, inTransaction, afterwards, "");
    }

    /** What went wrong, and what may be the reason. */
    String failure(String text) {
        return doubt.isEmpty() ? text : text + "; " + doubt;
    }

    static PlannedStep held(Step step) {
        return new PlannedStep(step, List.of(), List.of());
    }

    boolean isPlanned() {
        return step.status() == Step.Status.PLANNED;
    }
}
