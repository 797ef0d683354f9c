package dev.plinth.job;

import dev.plinth.job.settings.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it: {@code 90s}, {@code 5m}, {@code 1h30m}. */
final class TimeWord {

    private static final Pattern FORM =
            Pattern.compile("(?=.)(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,9})ms)?");

    private TimeWord() {}

    /** @throws UsageException when it is none, or no time at all */
    static Duration parse(String option, String text) {
        Matcher form = FORM.matcher(text);
        Duration time = form.matches()
                ? Duration.ofHours(number(form, 1)).plusMinutes(number(form, 2)).plusSeconds(number(form, 3))
                        .plusMillis(number(form, 4))
                : Duration.ZERO;
        if (time.isZero()) {
            throw new UsageException(option + " " + text
                    + " is not a time; write a number with h, m, s or ms behind it, such as 30s, 5m or 1h30m");
        }
        return time;
    }

    private static long number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }
}
