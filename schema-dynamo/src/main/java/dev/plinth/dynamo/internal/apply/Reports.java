package dev.plinth.dynamo.internal.apply;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** From what the runs came to, to the report of the store. */
public record Reports(String store, String target, long startNanos) {

    /** A report that begins its time now. */
    public static Reports start(String store, String target) {
        return new Reports(store, target, System.nanoTime());
    }

    /** What an apply would do. */
    public StoreReport plan(List<Outcome> outcomes, List<String> unmanaged) {
        return report(outcomes, true, unmanaged);
    }

    /** What an apply did. */
    public StoreReport apply(List<Outcome> outcomes) {
        return report(outcomes, false, List.of());
    }

    private StoreReport report(List<Outcome> outcomes, boolean planning, List<String> unmanaged) {
        return new StoreReport(
                store,
                target,
                Steps.of(outcomes, planning),
                outcomes.stream().flatMap(Reports::drift).toList(),
                unmanaged,
                outcomes.stream().flatMap(outcome -> failures(outcome, planning)).toList(),
                Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private static Stream<Drift> drift(Outcome outcome) {
        return outcome.difference().stream().flatMap(difference -> difference.drift().stream());
    }

    private static Stream<String> failures(Outcome outcome, boolean planning) {
        Stream<String> calls = Steps.of(List.of(outcome), planning).stream()
                .filter(step -> step.status() == Step.Status.FAILED)
                .map(Step::detail);
        Stream<String> looks = Stream.of(outcome.failure()).filter(failure -> !failure.isEmpty());
        return Stream.concat(looks, calls).map(message -> Messages.of(outcome.tableName(), message));
    }
}
