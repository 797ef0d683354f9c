package dev.plinth.dynamo.internal.apply;

import java.time.Duration;

/**
 * A request that was not accepted.
 *
 * @param times how often in a row, in this way
 * @param message for people: what the service said, and what to do where there is something to do
 */
record Setback(Kind kind, int times, String message) {

    /** What a refusal means, with how long to wait before the next try and how many tries it is worth. */
    enum Kind {
        /** Somebody did the same a moment before: a look will show it. */
        RACE(Duration.ofMillis(250), 4, 20),
        /** The table, or the account, is busy with something else that passes. */
        BUSY(Duration.ofMillis(500), 2, Integer.MAX_VALUE),
        /** Too many requests. */
        THROTTLED(Duration.ofSeconds(1), 4, Integer.MAX_VALUE),
        /** The service or the way to it failed; some of these never pass. */
        SERVER_ERROR(Duration.ofSeconds(1), 4, 5),
        /** No, and asking again will not help. */
        REFUSED(Duration.ZERO, 0, 1),
        /** The endpoint does not know the operation. */
        NOT_OFFERED(Duration.ZERO, 0, 1);

        private final Duration pause;
        private final int doublings;
        private final int tries;

        Kind(Duration pause, int doublings, int tries) {
            this.pause = pause;
            this.doublings = doublings;
            this.tries = tries;
        }
    }

    static Setback of(Kind kind, String message) {
        return new Setback(kind, 1, message);
    }

    /** Counts on when the same happens again. */
    Setback after(Setback next) {
        return next.kind == kind ? new Setback(kind, times + 1, next.message) : next;
    }

    boolean isFinal() {
        return times >= kind.tries;
    }

    /** The longest time to wait before the next try: doubled with every one, up to a limit. */
    Duration pause() {
        return kind.pause.multipliedBy(1L << Math.min(times - 1, kind.doublings));
    }
}
