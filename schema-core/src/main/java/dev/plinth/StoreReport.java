package dev.plinth;

import dev.plinth.diff.Drift;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one store would do, has done, or has found.
 *
 * @param store the name of the store, {@code postgres} or {@code dynamodb}
 * @param target where it was, without credentials: database and server version, or region and prefix; empty when it could
 *     not be reached
 * @param steps in the order in which they are or were done
 * @param drift what exists and differs
 * @param unmanaged live objects beside the declared ones, one phrase each; filled by verify only
 * @param failures what went wrong, one message each; never with a credential in it
 * @param duration how long it took
 */
public record StoreReport(
        String store,
        String target,
        List<Step> steps,
        List<Drift> drift,
        List<String> unmanaged,
        List<String> failures,
        Duration duration) {

    public StoreReport {
        steps = List.copyOf(steps);
        drift = List.copyOf(drift);
        unmanaged = List.copyOf(unmanaged);
        failures = List.copyOf(failures);
    }

    /** The report of a store that failed before it could say anything else. */
    public static StoreReport failed(String store, String failure, Duration duration) {
        return new StoreReport(store, "", List.of(), List.of(), List.of(), List.of(failure), duration);
    }

    /**
     * When it is worth to run again, counted from the end of the run: the shortest time of the steps that are pending,
     * deferred, or blocked by what ends by itself. Empty where none of them knows.
     */
    public Optional<Duration> retryAfter() {
        return steps.stream().flatMap(step -> step.nextTry().stream()).min(Comparator.naturalOrder());
    }

    /** The same, not advising to look closer: that was done. */
    public StoreReport afterCloserLook() {
        List<Drift> seen = drift.stream().map(Drift::afterCloserLook).toList();
        return new StoreReport(store, target, steps, seen, unmanaged, failures, duration);
    }

    /** The steps in one status. */
    public List<Step> steps(Step.Status status) {
        return steps.stream().filter(step -> step.status() == status).toList();
    }
}
