package dev.plinth.postgres.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.diff.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static PlannedStep step(String namespace, Step.Status status) {
        Step step = Step.planned(new Change.CreateNamespace(namespace), "", List.of(), List.of()).with(status, "");
        return new PlannedStep(step, List.of(), List.of());
    }

    /** Events tell of it before a report does. */
    @Test
    void aStepThatFailedSaysWhyInLaterPlansToo() {
        Progress progress = new Progress();
        progress.setAside(step("one", Step.Status.PLANNED), "no such column");

        assertThat(List.of(step("one", Step.Status.FAILED), step("two", Step.Status.PLANNED)).stream()
                .map(progress::step)
                .map(step -> step.status() + " " + step.describe()))
                .containsExactly("FAILED namespace one: no such column", "PLANNED namespace two");
    }

    @Test
    void whatIsDoneCountsOnceThoughAPlanHasItStill() {
        Progress progress = new Progress();
        progress.done(step("one", Step.Status.PLANNED));
        progress.expect(List.of(
                step("one", Step.Status.PLANNED), step("two", Step.Status.PLANNED),
                step("three", Step.Status.BLOCKED)));

        assertThat(progress.total()).isEqualTo(2);
    }
}
