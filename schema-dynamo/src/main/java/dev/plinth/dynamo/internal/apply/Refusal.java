package dev.plinth.dynamo.internal.apply;

import dev.plinth.Sleeper;
import dev.plinth.dynamo.internal.apply.Setback.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * What an answer that is an error means.
 *
 * @param pause how long the service asks to wait; empty where it does not say
 */
record Refusal(Kind kind, Optional<Duration> pause) {

    static Refusal of(Kind kind) {
        return new Refusal(kind, Optional.empty());
    }

    /**
     * The setback that it is after an earlier one.
     *
     * @param sleeper rolls the dice, so that processes that collided do not meet again
     */
    Setback after(Optional<Setback> earlier, Duration now, Sleeper sleeper, String message) {
        int times = earlier.filter(setback -> setback.kind() == kind).map(Setback::times).orElse(0) + 1;
        Duration wait = pause.orElseGet(() -> sleeper.jitter(kind.pause(times)));
        return new Setback(kind, times, now.plus(wait), message);
    }
}
