package dev.plinth;

import dev.plinth.diff.Drift;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A way in which a store is not what the schema asks for. Declared from the gravest to the mildest; the first one that
 * a plan or a report has decides its exit code.
 */
public enum Finding {
    /** Something went wrong. Exit code 1. */
    FAILED(1),
    /** Something is missing and the next apply would create it. Exit code 2. */
    MISSING(2),
    /** Something exists and differs, is unusable, or has its name taken by another kind of object. Exit code 2. */
    DRIFT(2),
    /** Something was begun or left for want of time; the next apply goes on. Exit code 3. */
    PENDING(3),
    /** Something needs what the server does not offer. Exit code 3. */
    DEFERRED(3),
    /** Something cannot be created as things are. Exit code 3. */
    BLOCKED(3),
    /** Whether something differs could not be decided. Exit code 3. */
    UNDECIDED(3);

    /** The exit code of a program when there is no finding at all. */
    public static final int EXIT_COMPLETE = 0;

    /** The exit code of a program that was called with wrong arguments, as in {@code sysexits.h}. */
    public static final int EXIT_USAGE = 64;

    private final int exitCode;

    Finding(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a program for which this is the gravest finding. */
    public int exitCode() {
        return exitCode;
    }

    /** Whether the store has it. */
    public boolean isIn(StoreReport store) {
        return count(store) > 0;
    }

    /** How many things in the store it applies to. */
    public int count(StoreReport store) {
        return lines(store).size();
    }

    /** What it consists of in the store, one line each. */
    public List<String> lines(StoreReport store) {
        return switch (this) {
            case FAILED -> failures(store);
            case MISSING -> steps(store, Step.Status.PLANNED);
            case PENDING -> steps(store, Step.Status.PENDING);
            case DEFERRED -> steps(store, Step.Status.DEFERRED);
            case BLOCKED -> steps(store, Step.Status.BLOCKED);
            case DRIFT -> drift(store, Finding::isDrift);
            case UNDECIDED -> drift(store, kind -> kind == Drift.Kind.UNDECIDED);
        };
    }

    /** What the stores have between them, the gravest first. */
    static List<Finding> in(List<StoreReport> stores) {
        return Arrays.stream(values())
                .filter(finding -> stores.stream().anyMatch(finding::isIn))
                .toList();
    }

    static int exitCode(List<StoreReport> stores) {
        return in(stores).stream().findFirst().map(Finding::exitCode).orElse(EXIT_COMPLETE);
    }

    /** A failure that the store reports as a whole usually has the failed step in it, so the steps stand in only. */
    private static List<String> failures(StoreReport store) {
        return store.failures().isEmpty() ? steps(store, Step.Status.FAILED) : store.failures();
    }

    private static List<String> steps(StoreReport store, Step.Status status) {
        return store.steps(status).stream().map(Step::describe).toList();
    }

    private static List<String> drift(StoreReport store, Predicate<Drift.Kind> wanted) {
        return store.drift().stream()
                .filter(drift -> wanted.test(drift.kind()))
                .map(Drift::message)
                .toList();
    }

    private static boolean isDrift(Drift.Kind kind) {
        return switch (kind) {
            case DIFFERENT, CONFLICT, INVALID -> true;
            case UNDECIDED, OTHER_NAME -> false;
        };
    }
}
