package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Short sleeps with jitter, so that many replicas that start together do not knock at the same moments. */
final class Backoff {

    private static final long SHORTEST_MILLIS = 15;
    private static final long SPREAD_MILLIS = 35;

    private Backoff() {}

    /** Some tens of milliseconds: somebody is about to commit. */
    static Duration shortly() {
        return Duration.ofMillis(SHORTEST_MILLIS + ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
    }

    /** Twenty times as long: somebody builds an index, and each look costs an inspection. */
    static Duration later() {
        return shortly().multipliedBy(20);
    }

    /** Sleeps so long, or as long as the deadline leaves. */
    static void sleep(Deadline deadline, Duration time) {
        try {
            Thread.sleep(Math.min(time.toMillis(), deadline.remaining().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("postgres: interrupted while waiting for another applier", e);
        }
    }
}
