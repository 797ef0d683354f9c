package dev.plinth.job.internal.start;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says to one store or the other; words of a store that may be absent are still plain text.
 *
 * @param program the name under which the database sees the job
 * @param allowed names of guarded additions of either store
 */
public record Options(
        String program,
        boolean defersMissingExtensions,
        Optional<Duration> lockTimeout,
        String dynamoPrefix,
        List<String> allowed,
        Optional<String> indexWait) {

    public Options {
        allowed = List.copyOf(allowed);
    }
}
