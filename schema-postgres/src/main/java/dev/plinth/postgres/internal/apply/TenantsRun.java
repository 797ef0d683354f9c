package dev.plinth.postgres.internal.apply;

import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.StoreStarted;
import dev.plinth.Run;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.TenantReport;
import dev.plinth.TenantsReport.Verb;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call for many tenants. A few workers, the calling thread among them, take one tenant after the other; each keeps its
 * connection as long as its tenants are in the same database.
 */
public final class TenantsRun {

    /** Something for a worker to do. */
    private sealed interface Work {

        TenantsDatabase database();

        /** Look at a database and make what its tenants share; more work comes of it. */
        record Look(TenantsDatabase database) implements Work {}

        /** A database that is one tenant. */
        record Whole(TenantsDatabase database) implements Work {}

        /** A namespace. */
        record Namespace(TenantsDatabase database, TenantNamespaces tenants, String name) implements Work {}
    }

    private final TenantsTask task;
    private final List<TenantsDatabase> databases;
    private final WorkQueue<Work> queue = new WorkQueue<>();
    private final Map<String, StoreReport> tenants = new ConcurrentHashMap<>();
    private final Map<TenantsDatabase, StoreReport> shared = new ConcurrentHashMap<>();

    public TenantsRun(TenantsTask task, List<TenantsDatabase> databases) {
        this.task = task;
        this.databases = List.copyOf(databases);
    }

    /** Does all of it; returns when it is done, or left for want of time. */
    public void run(Executor executor) {
        queue.add(databases.stream().map(TenantsRun::first).toList());
        try {
            for (int worker = 1; worker < task.options().connections(); worker++) {
                executor.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            Log.LOGGER.debug("the executor has no room for a worker; the others do its part");
        }
        work();
    }

    /** What the tenants of each database share, in the order of the databases. */
    public List<StoreReport> shared() {
        return databases.stream().filter(shared::containsKey).map(shared::get).map(this::told).toList();
    }

    private StoreReport told(StoreReport report) {
        return task.verb() == Verb.VERIFY ? report.afterCloserLook() : report;
    }

    /** Every tenant, in the order in which they were given. */
    public List<TenantReport> tenants() {
        List<TenantReport> reports = new ArrayList<>();
        for (TenantsDatabase database : databases) {
            for (String tenant : database.tenants()) {
                StoreReport report = tenants.getOrDefault(tenant, failed("it was not reached", System.nanoTime()));
                reports.add(new TenantReport(tenant, told(report)));
            }
        }
        return reports;
    }

    private static Work first(TenantsDatabase database) {
        return database.isOneTenant() ? new Work.Whole(database) : new Work.Look(database);
    }

    private void work() {
        ConnectionSource.Kept source = null;
        try {
            for (Work next = queue.take(); next != null; next = queue.take()) {
                source = sourceFor(next.database(), source);
                try {
                    perform(next, source);
                } finally {
                    queue.done();
                }
            }
        } finally {
            close(source);
        }
    }

    private static ConnectionSource.Kept sourceFor(
            TenantsDatabase database, ConnectionSource.@Nullable Kept before) {
        if (before != null && before.isOf(database.dataSource())) {
            return before;
        }
        close(before);
        return new ConnectionSource.Kept(database.dataSource());
    }

    private static void close(ConnectionSource.@Nullable Kept source) {
        if (source != null) {
            source.close();
        }
    }

    private void perform(Work work, ConnectionSource.Kept source) {
        switch (work) {
            case Work.Whole whole -> {
                String tenant = whole.database().name();
                tenants.put(tenant, guarded(tenant, source, run -> whole(source, run)));
            }
            case Work.Namespace one -> {
                String tenant = one.database().tenant(one.name());
                tenants.put(tenant, guarded(tenant, source, run -> one.tenants().work(one.name(), source, run)));
            }
            case Work.Look look ->
                shared.put(
                        look.database(),
                        guarded(look.database().name(), source, run -> look(look.database(), source, run)));
        }
    }

    private StoreReport whole(ConnectionSource source, Run run) throws SQLException {
        return switch (task.verb()) {
            case APPLY -> Applier.apply(task.schema(), task.options().withConnections(1), source, run);
            case PLAN -> Planner.plan(task.schema(), task.options(), source, run, false);
            case VERIFY -> Planner.plan(task.schema(), task.options(), source, run, true);
        };
    }

    private StoreReport look(TenantsDatabase database, ConnectionSource source, Run run) throws SQLException {
        try {
            TenantNamespaces found = TenantNamespaces.of(task, database.namespaces(), source, run);
            List<Work> toDo = new ArrayList<>();
            for (String namespace : database.namespaces()) {
                String tenant = database.tenant(namespace);
                found.withoutWork(namespace, task.run(tenant))
                        .ifPresentOrElse(
                                report -> tenants.put(tenant, report),
                                () -> toDo.add(new Work.Namespace(database, found, namespace)));
            }
            queue.add(toDo);
            return found.shared();
        } catch (SQLException | RuntimeException e) {
            StoreReport report = failed(text(e), System.nanoTime());
            database.tenants().forEach(tenant -> tenants.put(tenant, report));
            throw e;
        }
    }

    private interface Part {
        StoreReport in(Run run) throws SQLException;
    }

    /** A failure is the report of this part and of no other; the next one gets another connection. */
    private StoreReport guarded(String tenant, ConnectionSource.Kept source, Part part) {
        long start = System.nanoTime();
        Run run = task.run(tenant);
        run.tell(new StoreStarted("postgres"));
        StoreReport report;
        try {
            report = part.in(run);
        } catch (SQLException | RuntimeException e) {
            report = failed(text(e), start);
        }
        if (!report.failures().isEmpty()) {
            source.close();
        }
        run.tell(new StoreFinished(report));
        return report;
    }

    private static StoreReport failed(String message, long start) {
        return StoreReport.failed("postgres", message, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Without the name of the driver's exception, and without what its message may quote. */
    private static String text(Exception failure) {
        return switch (failure) {
            case SQLException e -> "postgres: the database could not be inspected: " + FailureText.of(e);
            case StoreException e -> e.getMessage();
            default -> "postgres: " + FailureText.withoutSecrets(failure.toString());
        };
    }
}
