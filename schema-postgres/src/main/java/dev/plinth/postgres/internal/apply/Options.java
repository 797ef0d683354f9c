package dev.plinth.postgres.internal.apply;

import java.time.Duration;

/**
 * What a store was told.
 *
 * @param defersMissingExtensions whether objects that need an extension which the server does not offer are left for
 *     later; otherwise nothing is done at all
 * @param lockTimeout how long one attempt waits for a table lock before it gives way and tries again
 */
public record Options(boolean defersMissingExtensions, Duration lockTimeout) {

    /** Missing extensions are refused; three seconds for a table lock. */
    public static final Options DEFAULTS = new Options(false, Duration.ofSeconds(3));
}
