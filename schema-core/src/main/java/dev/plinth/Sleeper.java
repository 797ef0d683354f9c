package dev.plinth;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The clock of an apply, and its dice. A test brings its own and waits for nothing: one that moves when somebody sleeps
 * comes with the module {@code schema-test}. Safe for several threads.
 */
public interface Sleeper {

    /** The time of this clock, from an arbitrary origin. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration time) throws InterruptedException;

    /** A time between half of {@code longest} and the whole, so that processes that collided do not meet again. */
    Duration jitter(Duration longest);

    /** The time of day. */
    Instant now();

    /** The clock of the system. */
    static Sleeper system() {
        return new SystemSleeper();
    }

    /** What everything but tests uses. */
    record SystemSleeper() implements Sleeper {

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }

        @Override
        public Duration jitter(Duration longest) {
            long half = longest.toNanos() / 2;
            return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    }
}
