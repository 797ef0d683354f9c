package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.Run;
import dev.plinth.StoreReport;
import dev.plinth.TenantsReport.Verb;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.model.Schema;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.inspect.Inspector;
import dev.plinth.postgres.internal.inspect.TenantsInspection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of one database that are to have one schema. All of them are looked at together; what they share is made
 * first; then each is done by itself, several at a time.
 */
final class TenantNamespaces {

    private final Schema declared;
    private final Verb verb;
    private final Options options;
    private final Deadline deadline;
    private final TenantsInspection inspection;
    private final String server;
    private final StoreReport shared;
    private final Inspection sharedNow;
    private final boolean hasChanged;
    private final Set<String> existing;
    private volatile @Nullable TenantTemplate template;

    private TenantNamespaces(
            TenantsTask task,
            TenantsInspection inspection,
            StoreReport shared,
            Inspection sharedNow,
            boolean hasChanged,
            String server) {
        this.declared = task.schema();
        this.verb = task.verb();
        this.options = task.options();
        this.deadline = task.deadline();
        this.inspection = inspection;
        this.shared = shared;
        this.sharedNow = sharedNow;
        this.hasChanged = hasChanged;
        this.server = server;
        this.existing = inspection.shared().live().namespaces();
    }

    /** Looks at the database, and makes what the tenants share. */
    static TenantNamespaces of(TenantsTask task, List<String> namespaces, ConnectionSource source, Run run)
            throws SQLException {
        Job job = Job.whole(task.schema().outsideDefaultNamespace(), task.options(), run);
        TenantsInspection all;
        String server;
        try (Session session = source.open()) {
            server = Target.of(session.connection());
            all = TenantsInspection.of(
                    session.connection(),
                    task.schema(),
                    new LinkedHashSet<>(namespaces),
                    task.verb() == Verb.VERIFY,
                    Transaction.millis(task.deadline()));
            if (task.verb() == Verb.VERIFY && !all.undecided().isEmpty()) {
                all = all.withDecided(CloserLook.at(all.undecided(), session, task.options(), task.deadline()));
            }
            Difference<SqlChange> difference = job.difference(all.shared());
            if (task.verb() != Verb.APPLY || difference.missing().isEmpty()) {
                long start = System.nanoTime();
                Inspection shared = task.verb() == Verb.VERIFY
                        ? RoutineTwins.ask(session, job, all.shared())
                        : all.shared();
                StoreReport report = Planner.report(job, shared, session, start);
                return new TenantNamespaces(task, all, report, shared, false, server);
            }
            Applier.refuseUnavailableExtensions(job, difference, all.shared());
        }
        StoreReport report = Applier.apply(job, source, all.shared(), server);
        try (Session session = source.open()) {
            Inspection now = new Inspector(job.schema(), false)
                    .inspect(session.connection(), Transaction.millis(task.deadline()))
                    .withRoles(all.shared().live().access().roles());
            return new TenantNamespaces(task, all, report, now, true, server);
        }
    }

    StoreReport shared() {
        return shared;
    }

    /** The report on a tenant for which there is nothing to do; nothing where there is. */
    Optional<StoreReport> withoutWork(String namespace, Run run) {
        long start = System.nanoTime();
        Job job = Job.ofTenant(declared, namespace, options, run);
        Inspection seen = inspection.of(namespace);
        Difference<SqlChange> difference = job.difference(seen);
        boolean hasOpenRoutines = verb == Verb.VERIFY && RoutineTwins.isOpen(job, seen);
        if (hasOpenRoutines || !difference.missing().isEmpty() || !difference.obstructed().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StoreReport(
                "postgres",
                job.target(server, seen),
                List.of(),
                job.drift(difference, seen),
                Planner.strangers(seen.unmanaged(), difference.drift()),
                List.of(),
                Duration.ofNanos(System.nanoTime() - start)));
    }

    /** Does what is asked for one tenant. */
    StoreReport work(String namespace, ConnectionSource source, Run run) throws SQLException {
        Job job = Job.ofTenant(declared, namespace, options, run);
        if (verb != Verb.APPLY) {
            long start = System.nanoTime();
            try (Session session = source.open()) {
                Inspection seen = inspection.of(namespace);
                return Planner.report(
                        job, verb == Verb.VERIFY ? RoutineTwins.ask(session, job, seen) : seen, session, start);
            }
        }
        boolean exists = existing.contains(namespace);
        Optional<StoreReport> built =
                exists && !inspection.isEmpty(namespace) ? Optional.empty() : build(job, source, exists);
        return built.isPresent() ? built.get() : Applier.apply(job, source, seen(job, namespace, source), server);
    }

    private Optional<StoreReport> build(Job job, ConnectionSource source, boolean exists) {
        TenantTemplate statements = template(job.run());
        return statements.fits(TransactionGroups.size(sharedNow.lockTableSize(), options))
                ? new FreshNamespace(job, source, sharedNow, statements.of(job, exists), exists).build()
                : Optional.empty();
    }

    /** Made at the first use: where nothing is missing nothing is rendered. */
    private TenantTemplate template(Run run) {
        TenantTemplate known = template;
        if (known == null) {
            known = new TenantTemplate(declared, sharedNow, options, run);
            template = known;
        }
        return known;
    }

    /** What was seen of a tenant, unless something that it needs was made since. */
    private Inspection seen(Job job, String namespace, ConnectionSource source) throws SQLException {
        if (!hasChanged) {
            return inspection.of(namespace);
        }
        try (Session session = source.open()) {
            return new Inspector(job.schema(), false).inspect(session.connection(), Transaction.millis(deadline));
        }
    }
}
