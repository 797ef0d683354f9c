package dev.plinth.spring;

import dev.plinth.postgres.GuardedAddition;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The options of {@link dev.plinth.postgres.PostgresStore}.
 *
 * @param deferMissingExtensions Whether to leave for later what needs an extension that the server does not offer. Otherwise
 *     the start fails before anything is done.
 * @param lockTimeout How long one attempt waits for the lock of a table before it gives way to the sessions behind it.
 * @param allow Additions that have consequences for the users of a table with rows and are held back otherwise.
 */
@ConfigurationProperties("plinth.postgres")
public record PostgresProperties(
        @DefaultValue("false") boolean deferMissingExtensions,
        @DefaultValue("3s") Duration lockTimeout,
        @DefaultValue Set<GuardedAddition> allow) {}
