package dev.plinth.postgres;

import dev.plinth.Deadline;
import dev.plinth.SchemaInitializer;
import dev.plinth.TenantListener;
import dev.plinth.TenantsReport;
import dev.plinth.TenantsReport.Verb;
import dev.plinth.model.Schema;
import dev.plinth.postgres.internal.apply.Options;
import dev.plinth.postgres.internal.apply.TenantsDatabase;
import dev.plinth.postgres.internal.apply.TenantsRun;
import dev.plinth.postgres.internal.apply.TenantsTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One schema for many tenants: in many namespaces of a database, in many databases, or both. Each gets what is missing, as
 * {@link SchemaInitializer#apply()} would do it; what happens to one is no matter to the others.
 *
 * {@snippet :
 * TenantsReport report = PostgresTenants.of(SCHEMA)
 *         .namespaces(dataSource, List.of("acme", "globex"))
 *         .connections(4)
 *         .apply()
 *         .orThrow();
 * }
 *
 * <p>In a namespace a tenant gets what the schema declares without one, so in {@code public}. Extensions, and what is
 * declared in other namespaces, exist once in a database and are shared. All namespaces of a database are inspected
 * together: where nothing is missing, that is one round trip for all of them.
 *
 * <p>Immutable, and may be shared between threads. A call returns when everything is done, or left for want of time.
 */
public final class PostgresTenants {

    /** How many tenants are worked on at the same time where nothing is said. */
    public static final int DEFAULT_CONNECTIONS = 4;

    private final Schema schema;
    private final List<TenantsDatabase> databases;
    private final Options options;
    private final Duration time;
    private final @Nullable Executor executor;
    private final @Nullable TenantListener listener;

    private PostgresTenants(
            Schema schema,
            List<TenantsDatabase> databases,
            Options options,
            Duration time,
            @Nullable Executor executor,
            @Nullable TenantListener listener) {
        this.schema = schema;
        this.databases = databases;
        this.options = options;
        this.time = time;
        this.executor = executor;
        this.listener = listener;
    }

    /** The schema that each tenant is to have; its DynamoDB tables are left out. */
    public static PostgresTenants of(Schema schema) {
        Options options = Options.DEFAULTS.withConnections(DEFAULT_CONNECTIONS);
        return new PostgresTenants(schema, List.of(), options, SchemaInitializer.DEFAULT_DEADLINE, null, null);
    }

    /**
     * Adds the tenants of one database, each a namespace of it. A namespace that does not exist is created.
     *
     * @throws IllegalArgumentException when a name cannot be that of a namespace, or comes twice, or when the schema has
     *     something that cannot be had once for each tenant
     */
    public PostgresTenants namespaces(DataSource dataSource, Collection<String> namespaces) {
        return namespaces("", dataSource, namespaces);
    }

    /** The same for one of several databases: reports call its tenants {@code database/namespace}. */
    public PostgresTenants namespaces(String database, DataSource dataSource, Collection<String> namespaces) {
        TenantNames.check(schema, namespaces);
        return namespaces.isEmpty() ? this : with(new TenantsDatabase(database, dataSource, List.copyOf(namespaces)));
    }

    /** Adds a database that is one tenant: it gets the schema as it is declared. */
    public PostgresTenants database(String name, DataSource dataSource) {
        return with(new TenantsDatabase(name, dataSource, List.of()));
    }

    /** Adds databases that are one tenant each, by the names that reports call them. */
    public PostgresTenants databases(Map<String, DataSource> dataSources) {
        PostgresTenants all = this;
        for (Map.Entry<String, DataSource> entry : dataSources.entrySet()) {
            all = all.database(entry.getKey(), entry.getValue());
        }
        return all;
    }

    /**
     * How many tenants are worked on at the same time, over all databases; {@link #DEFAULT_CONNECTIONS} where nothing is
     * said. Each takes one connection, so a pool must have as many to give.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public PostgresTenants connections(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "connections(" + count + "): without a connection nothing can be done; give 1 or more");
        }
        return new PostgresTenants(schema, databases, options.withConnections(count), time, executor, listener);
    }

    /**
     * Where the work is done besides the calling thread; on virtual threads where nothing is said. An executor that is busy
     * is not waited for: the calling thread then does it all.
     */
    public PostgresTenants executor(Executor newExecutor) {
        return new PostgresTenants(schema, databases, options, time, newExecutor, listener);
    }

    /**
     * How long one call may take, all tenants together. What an apply does not get done in time is pending in the reports,
     * and the next one goes on.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public PostgresTenants deadline(Duration newTime) {
        if (newTime.isZero() || newTime.isNegative()) {
            throw new IllegalArgumentException("deadline(" + newTime
                    + "): nothing can be done in no time; give a positive duration such as Duration.ofMinutes(10)");
        }
        return new PostgresTenants(schema, databases, options, newTime, executor, listener);
    }

    /** Who is told what happens, for each tenant; nobody where nothing is said. */
    public PostgresTenants listener(TenantListener newListener) {
        return new PostgresTenants(schema, databases, options, time, executor, newListener);
    }

    /** As {@link PostgresStore#allow}. */
    public PostgresTenants allow(GuardedAddition... additions) {
        return new PostgresTenants(schema, databases, options.allowing(List.of(additions)), time, executor, listener);
    }

    /** As {@link PostgresStore#deferMissingExtensions()}. */
    public PostgresTenants deferMissingExtensions() {
        return new PostgresTenants(schema, databases, options.deferringMissingExtensions(), time, executor, listener);
    }

    /** As {@link PostgresStore#lockTimeout(Duration)}. */
    public PostgresTenants lockTimeout(Duration timeout) {
        return new PostgresTenants(schema, databases, options.withLockTimeout(timeout), time, executor, listener);
    }

    /** What {@link #apply()} would do now. Changes nothing. */
    public TenantsReport plan() {
        return run(Verb.PLAN);
    }

    /**
     * Creates what is missing, for each tenant. Nothing that goes wrong for one of them is thrown: see
     * {@link TenantsReport#failed()} and {@link TenantsReport#orThrow}.
     */
    public TenantsReport apply() {
        return run(Verb.APPLY);
    }

    /** Compares each tenant with the schema, and also names what is unmanaged. Changes nothing. */
    public TenantsReport verify() {
        return run(Verb.VERIFY);
    }

    private PostgresTenants with(TenantsDatabase database) {
        List<TenantsDatabase> all = new ArrayList<>(databases);
        all.add(database);
        Set<String> names = new HashSet<>();
        for (TenantsDatabase one : all) {
            for (String tenant : one.tenants()) {
                if (!names.add(tenant)) {
                    throw new IllegalArgumentException("tenant \"" + tenant
                            + "\" is given twice; give databases different names, and each namespace once");
                }
            }
        }
        return new PostgresTenants(schema, all, options, time, executor, listener);
    }

    private TenantsReport run(Verb verb) {
        if (databases.isEmpty()) {
            throw new IllegalStateException("no tenant was given for schema \"" + schema.name()
                    + "\"; call namespaces(dataSource, names) or database(name, dataSource)");
        }
        long start = System.nanoTime();
        TenantsTask task = new TenantsTask(schema.onlySql(), verb, options, Deadline.in(time), listener);
        TenantsRun run = new TenantsRun(task, databases);
        if (executor != null) {
            run.run(executor);
        } else {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                run.run(threads);
            }
        }
        return new TenantsReport(
                schema,
                verb,
                run.shared(),
                run.tenants(),
                TenantNames.notes(schema, databases.stream().anyMatch(one -> !one.namespaces().isEmpty())),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
