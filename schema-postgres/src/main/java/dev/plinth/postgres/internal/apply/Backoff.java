package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.StoreException;
import java.util.concurrent.ThreadLocalRandom;

/** Short sleeps with jitter, so that many replicas that start together do not knock at the same moments. */
final class Backoff {

    private static final long SHORTEST_MILLIS = 15;
    private static final long SPREAD_MILLIS = 35;

    private Backoff() {}

    /** Sleeps some tens of milliseconds, or as long as the deadline leaves: somebody is about to commit. */
    static void sleep(Deadline deadline) {
        sleep(deadline, SHORTEST_MILLIS + ThreadLocalRandom.current().nextLong(SPREAD_MILLIS));
    }

    /** Sleeps twenty times as long: somebody builds an index, and each look costs an inspection. */
    static void sleepLonger(Deadline deadline) {
        sleep(deadline, 20 * (SHORTEST_MILLIS + ThreadLocalRandom.current().nextLong(SPREAD_MILLIS)));
    }

    private static void sleep(Deadline deadline, long millis) {
        try {
            Thread.sleep(Math.min(millis, deadline.remaining().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("postgres: interrupted while waiting for another applier", e);
        }
    }
}
