package dev.plinth;

import java.time.Duration;

/** A moment by which everything has to be done. Measured on the clock of {@link System#nanoTime()}. */
public final class Deadline {

    /** Beyond this nothing can be told from "never", and the arithmetic stays within a {@code long}. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** The deadline that is {@code time} away from now; a hundred years at most. */
    public static Deadline in(Duration time) {
        Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Whether nothing is left. */
    public boolean isOver() {
        return endNanos - System.nanoTime() <= 0;
    }
}
