package dev.plinth;

import java.time.Duration;

/** A moment by which everything has to be done. Measured on the clock of {@link System#nanoTime()}. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** The deadline that is {@code time} away from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
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
