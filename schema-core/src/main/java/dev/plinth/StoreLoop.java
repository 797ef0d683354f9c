package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of plan, apply or verify: the stores one after another, under one deadline. Belongs to one thread. */
final class StoreLoop {

    private final Schema schema;
    private final List<Store> stores;
    private final Run run;
    private final long startNanos = System.nanoTime();
    private @Nullable RuntimeException firstFailure;

    StoreLoop(Schema schema, List<Store> stores, Run run) {
        this.schema = schema;
        this.stores = stores;
        this.run = run;
    }

    /** {@link Store#plan}, {@link Store#apply} or {@link Store#verify}. */
    @FunctionalInterface
    interface Question {
        StoreReport ask(Store store, Schema schema, Run run);
    }

    /** Asks every store; the first failure ends it. */
    List<StoreReport> ask(Question question) {
        return stores.stream()
                .map(store -> question.ask(store, schema, run))
                .toList();
    }

    /** Asks every store; a failure becomes the report of its store, and the others are asked all the same. */
    List<StoreReport> askEach(Question question) {
        List<StoreReport> reports = new ArrayList<>();
        for (Store store : stores) {
            if (run.isHeard()) {
                run.tell(new InitializerEvent.StoreStarted(store.name()));
            }
            StoreReport report = askOne(store, question);
            if (run.isHeard()) {
                run.tell(new InitializerEvent.StoreFinished(report));
            }
            reports.add(report);
        }
        return reports;
    }

    private StoreReport askOne(Store store, Question question) {
        long start = System.nanoTime();
        try {
            return question.ask(store, schema, run);
        } catch (RuntimeException failure) {
            remember(failure);
            return StoreReport.failed(store.name(), message(failure), since(start));
        }
    }

    /** What the first store that failed threw; null when none did, or when its report says it all. */
    @Nullable
    RuntimeException firstFailure() {
        return firstFailure;
    }

    Duration duration() {
        return since(startNanos);
    }

    private void remember(RuntimeException failure) {
        if (firstFailure == null) {
            firstFailure = failure;
        } else {
            firstFailure.addSuppressed(failure);
        }
    }

    /** A store explains itself in a StoreException; anything else is a defect, so its class is worth knowing. */
    private static String message(RuntimeException failure) {
        return failure instanceof StoreException known ? known.getMessage() : failure.toString();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
