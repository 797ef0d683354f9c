package dev.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Drift;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingTest {

    record Case(Step.Status status, List<Finding> findings, int exitCode) {}

    static Stream<Case> statuses() {
        return Stream.of(new Case(Step.Status.DONE, List.of(), 0),
                new Case(Step.Status.FAILED, List.of(Finding.FAILED), 1),
                new Case(Step.Status.PLANNED, List.of(Finding.MISSING), 2),
                new Case(Step.Status.PENDING, List.of(Finding.PENDING), 3),
                new Case(Step.Status.DEFERRED, List.of(Finding.DEFERRED), 3),
                new Case(Step.Status.SKIPPED, List.of(), 0),
                new Case(Step.Status.BLOCKED, List.of(Finding.BLOCKED), 3));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStepInAStatusIsAFinding(Case expected) {
        Report report = report(List.of(Samples.createUsers().with(expected.status(), "")), List.of());
        assertThat(report.findings()).isEqualTo(expected.findings());
        assertThat(report.exitCode()).isEqualTo(expected.exitCode());
        assertThat(report.isComplete()).isEqualTo(expected.exitCode() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void driftIsAFindingExceptForNotes(Drift.Kind kind) {
        Report report = report(List.of(), List.of(Samples.drift(kind)));
        int exitCode = switch (kind) {
            case DIFFERENT, CONFLICT, INVALID -> 2;
            case UNDECIDED -> 3;
            case OTHER_NAME -> 0;
        };
        assertThat(report.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @EnumSource
    void theGravestFindingDecides(Finding gravest) {
        List<Finding> mildestFirst = Stream.of(Finding.values()).sorted(java.util.Comparator.reverseOrder())
                .takeWhile(finding -> finding.compareTo(gravest) >= 0).toList();
        List<StoreReport> stores = mildestFirst.stream().map(FindingTest::store).toList();
        Report report = new Report(Samples.schema(), Report.Verb.APPLY, stores, List.of(), Duration.ZERO);
        assertThat(report.findings()).first().isEqualTo(gravest);
        assertThat(report.findings()).hasSameSizeAs(mildestFirst);
        assertThat(report.exitCode()).isEqualTo(gravest.exitCode());
    }

    @Test
    void theShortestTimeOfWhatAnotherRunCanFinishSaysWhenToRunAgain() {
        Report report = report(
                List.of(step(Step.Status.PENDING, 90), step(Step.Status.DEFERRED, 60), step(Step.Status.BLOCKED, 45),
                        step(Step.Status.FAILED, 5), Samples.createUsers().with(Step.Status.PENDING, "")),
                List.of());
        assertThat(report.retryAfter()).contains(Duration.ofSeconds(45));
        assertThat(new Plan(Samples.schema(), report.stores(), List.of(), Duration.ZERO).retryAfter())
                .contains(Duration.ofSeconds(45));
        assertThat(report(List.of(step(Step.Status.SKIPPED, 5)), List.of()).retryAfter()).isEmpty();
    }

    private static Step step(Step.Status status, int seconds) {
        return Samples.createUsers().with(status, "").retryAfter(Duration.ofSeconds(seconds));
    }

    private static StoreReport store(Finding finding) {
        return switch (finding) {
            case FAILED -> StoreReport.failed("postgres", "no route to host", Duration.ZERO);
            case MISSING -> with(Step.Status.PLANNED);
            case PENDING -> with(Step.Status.PENDING);
            case DEFERRED -> with(Step.Status.DEFERRED);
            case BLOCKED -> with(Step.Status.BLOCKED);
            case DRIFT -> Samples.store("s", List.of(), List.of(Samples.drift(Drift.Kind.CONFLICT)));
            case UNDECIDED -> Samples.store("s", List.of(), List.of(Samples.drift(Drift.Kind.UNDECIDED)));
        };
    }

    private static StoreReport with(Step.Status status) {
        return Samples.store("s", List.of(Samples.createUsers().with(status, "")), List.of());
    }

    private static Report report(List<Step> steps, List<Drift> drift) {
        return new Report(Samples.schema(), Report.Verb.VERIFY, List.of(Samples.store("s", steps, drift)), List.of(),
                Duration.ZERO);
    }
}
