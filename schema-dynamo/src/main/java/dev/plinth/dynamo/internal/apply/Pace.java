package dev.plinth.dynamo.internal.apply;

import java.time.Duration;
import java.util.List;

/** How long to wait between two looks: short at first, then as long as what is waited for deserves. */
enum Pace {
    /** A table takes 2 to 6 seconds, with indexes up to 22. */
    CREATION(Duration.ofSeconds(2)),
    /** The resources of an index are allocated in about half a minute. */
    ALLOCATION(Duration.ofSeconds(5)),
    /** An index is filled in minutes. */
    BACKFILL(Duration.ofSeconds(15));

    private static final List<Duration> LADDER = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15));

    private final Duration longest;

    Pace(Duration longest) {
        this.longest = longest;
    }

    Duration after(int looks) {
        Duration step = LADDER.get(Math.min(looks, LADDER.size() - 1));
        return step.compareTo(longest) < 0 ? step : longest;
    }
}
