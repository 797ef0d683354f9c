package dev.plinth.dynamo.internal.apply;

import java.time.Duration;

/**
 * A request that was not accepted.
 *
 * @param times how often in a row, in this way
 * @param notBefore when the next try may be made, on the time of the run
 * @param message for people: what the service said, and what to do where there is something to do
 */
record Setback(Kind kind, int times, Duration notBefore, String message) {

    /** What a refusal means, with how long to wait before the next try and how many tries it is worth. */
    enum Kind {
        /** Somebody did the same a moment before: a look will show it. */
        RACE(Duration.ofMillis(250), 4, 20),
        /** The table, or the account, is busy with something else that passes. */
        BUSY(Duration.ofMillis(500), 5, Integer.MAX_VALUE),
        /** Too many requests. */
        THROTTLED(Duration.ofSeconds(1), 4, Integer.MAX_VALUE),
        /** The service or the way to it failed; some of these never pass. */
        SERVER_ERROR(Duration.ofSeconds(1), 4, 5),
        /** It passes, but not within any run. */
        COOLDOWN(Duration.ZERO, 0, 1),
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

        /** The longest time to wait after so many setbacks in a row: doubled with every one, up to a limit. */
        Duration pause(int times) {
            return pause.multipliedBy(1L << Math.min(times - 1, doublings));
        }
    }

    boolean isFinal() {
        return times >= kind.tries;
    }
}
