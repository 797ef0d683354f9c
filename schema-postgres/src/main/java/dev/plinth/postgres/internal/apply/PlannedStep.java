package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import java.util.List;

/**
 * A step with the statements that carry it out.
 *
 * @param inTransaction what can share a transaction with other steps
 * @param afterwards what has to stand alone, after the transactions: CONCURRENTLY, and VALIDATE, which would hold the
 *     locks of its transaction while it reads the table
 */
record PlannedStep(Step step, List<String> inTransaction, List<String> afterwards) {

    static PlannedStep held(Step step) {
        return new PlannedStep(step, List.of(), List.of());
    }

    boolean isPlanned() {
        return step.status() == Step.Status.PLANNED;
    }
}
