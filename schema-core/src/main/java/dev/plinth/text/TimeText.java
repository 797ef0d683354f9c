package dev.plinth.text;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as precisely as a person cares. */
final class TimeText {

    private TimeText() {}

    static String of(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
