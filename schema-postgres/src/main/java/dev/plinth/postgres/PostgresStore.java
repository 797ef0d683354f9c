package dev.plinth.postgres;

import dev.plinth.Run;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.postgres.internal.apply.Applier;
import dev.plinth.postgres.internal.apply.ConnectionSource;
import dev.plinth.postgres.internal.apply.Options;
import dev.plinth.postgres.internal.apply.Planner;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * A PostgreSQL database, 14 or newer. Creates what a schema declares and the database does not have; never alters and
 * never drops.
 *
 * <p>Where nothing is missing, {@link #apply} costs one round trip and takes no lock. Where something is, it takes an
 * advisory lock, so any number of processes may apply at once. One connection is used at a time, so a pool of one is
 * enough.
 *
 * <p>A schema's SQL texts (checks, defaults, predicates) are read with only {@code pg_catalog} in the search path: write
 * whatever lives elsewhere with its namespace.
 */
public final class PostgresStore implements Store {

    private final ConnectionSource source;
    private final Options options;

    private PostgresStore(ConnectionSource source, Options options) {
        this.source = source;
        this.options = options;
    }

    /** A store on the connections of a data source, a pool or not. */
    public static PostgresStore of(DataSource dataSource) {
        return new PostgresStore(new ConnectionSource.OfDataSource(dataSource), Options.DEFAULTS);
    }

    /**
     * A store on one connection, which stays open and goes back in the state in which it came. It must be idle: a connection
     * inside a transaction is refused with a {@link StoreException}.
     */
    public static PostgresStore of(Connection connection) {
        return new PostgresStore(new ConnectionSource.OfConnection(connection), Options.DEFAULTS);
    }

    /**
     * Leaves for later what needs an extension that the server does not offer, and reports it as deferred. Without this,
     * an apply of such a schema is refused before anything is done.
     */
    public PostgresStore deferMissingExtensions() {
        return new PostgresStore(source, options.deferringMissingExtensions());
    }

    /**
     * How long one attempt waits for the lock of a table before it gives way to the sessions that queue behind it, and tries
     * again until the deadline; 3 seconds if not set.
     */
    public PostgresStore lockTimeout(Duration timeout) {
        return new PostgresStore(source, options.withLockTimeout(timeout));
    }

    /** Makes such additions on tables with rows too; without this they are blocked there. */
    public PostgresStore allow(GuardedAddition... additions) {
        return new PostgresStore(source, options.allowing(List.of(additions)));
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public boolean concerns(Schema schema) {
        return schema.hasSqlPart();
    }

    @Override
    public StoreReport plan(Schema schema, Run run) {
        return Guarded.call(() -> Planner.plan(schema, options, source, run, false));
    }

    @Override
    public StoreReport verify(Schema schema, Run run) {
        return Guarded.call(() -> Planner.plan(schema, options, source, run, true).afterCloserLook());
    }

    @Override
    public StoreReport apply(Schema schema, Run run) {
        return Guarded.call(() -> Applier.apply(schema, options, source, run));
    }
}
