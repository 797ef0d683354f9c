package dev.plinth.test.dynamo;

import dev.plinth.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that moves only when somebody sleeps, and then at once. What was arranged for a time happens on the way, on the
 * thread that sleeps.
 */
public final class VirtualClock implements Sleeper {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private volatile long now;

    private record Event(long at, Runnable action) {}

    /** Something that happens when so much time has passed from the beginning. */
    public synchronized void at(Duration time, Runnable action) {
        events.add(new Event(time.toNanos(), action));
    }

    /** The time since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** Moves on, without the interrupts of a sleep. */
    public synchronized void advance(Duration time) {
        long end = now + time.toNanos();
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.remove();
            now = Math.max(now, event.at());
            event.action().run();
        }
        now = Math.max(now, end);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(time);
    }

    /** No dice: a test knows how long it takes. */
    @Override
    public Duration jitter(Duration longest) {
        return longest;
    }

    /** The time of day, from a day of its own. */
    @Override
    public Instant now() {
        return MIDNIGHT.plusNanos(now);
    }
}
