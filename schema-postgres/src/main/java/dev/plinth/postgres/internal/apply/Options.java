package dev.plinth.postgres.internal.apply;

import dev.plinth.postgres.GuardedAddition;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a store was told.
 *
 * @param defersMissingExtensions whether objects that need an extension which the server does not offer are left for
 *     later; otherwise nothing is done at all
 * @param lockTimeout how long one attempt waits for a table lock before it gives way and tries again
 * @param connections how many connections may change one database at the same time: one for each tenant at work
 * @param allowed the guarded additions that are made on tables with rows too
 */
public record Options(
        boolean defersMissingExtensions, Duration lockTimeout, int connections, Set<GuardedAddition> allowed) {

    /** Missing extensions are refused; three seconds for a table lock, one connection. */
    public static final Options DEFAULTS = new Options(false, Duration.ofSeconds(3), 1, Set.of());

    /** The same with missing extensions left for later. */
    public Options deferringMissingExtensions() {
        return new Options(true, lockTimeout, connections, allowed);
    }

    /** The same with another time to wait for the lock of a table. */
    public Options withLockTimeout(Duration timeout) {
        return new Options(defersMissingExtensions, timeout, connections, allowed);
    }

    /** The same for so many connections. */
    public Options withConnections(int count) {
        return new Options(defersMissingExtensions, lockTimeout, count, allowed);
    }

    /** The same with these allowed besides those that are. */
    public Options allowing(Collection<GuardedAddition> additions) {
        Set<GuardedAddition> all = EnumSet.noneOf(GuardedAddition.class);
        all.addAll(allowed);
        all.addAll(additions);
        return new Options(defersMissingExtensions, lockTimeout, connections, Set.copyOf(all));
    }
}
