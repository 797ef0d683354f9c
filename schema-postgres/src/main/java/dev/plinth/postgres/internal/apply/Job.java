package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.Run;
import dev.plinth.diff.Change;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.Drift;
import dev.plinth.diff.SqlDiff;
import dev.plinth.model.Schema;
import dev.plinth.plan.SqlPlan;
import dev.plinth.postgres.internal.inspect.Inspection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be applied where, and by when.
 *
 * @param schema all that the job looks at, in the names that it has in the database
 * @param ownership the part that it answers for
 */
record Job(Schema schema, Ownership ownership, AdvisoryLock lock, Options options, Run run) {

    /** A whole schema, in all its namespaces. */
    static Job whole(Schema schema, Options options, Run run) {
        return new Job(schema, Ownership.ALL, AdvisoryLock.DATABASE, options, run);
    }

    /** What one tenant has of a schema. */
    static Job ofTenant(Schema declared, String namespace, Options options, Run run) {
        return new Job(
                declared.inNamespace(namespace),
                new Ownership(namespace),
                AdvisoryLock.ofNamespace(namespace),
                options,
                run);
    }

    Deadline deadline() {
        return run.deadline();
    }

    Difference<SqlChange> difference(Inspection inspection) {
        return SqlDiff.compare(schema, inspection.live(), inspection.answers());
    }

    /** The additions in order, those of other owners left out; what needs one of them is held back. */
    List<SqlPlan.Item> items(Difference<SqlChange> difference, Inspection inspection, Preflight preflight) {
        return items(difference, inspection, preflight, Set.of());
    }

    private List<SqlPlan.Item> items(
            Difference<SqlChange> difference, Inspection inspection, Preflight preflight, Set<Change> failed) {
        Map<SqlChange, String> blocked = new HashMap<>(preflight.blocked());
        difference.missing().stream()
                .filter(preflight::isInUse)
                .forEach(change -> Guards.reason(change, options.allowed())
                        .ifPresent(reason -> blocked.putIfAbsent(change, reason)));
        blocked.putAll(ownership.foreign(difference, inspection.live()));
        List<SqlPlan.Item> items = SqlPlan.of(schema, difference, inspection.live(), blocked, failed);
        while (new HeldBackHolders(items, schema, preflight.domains()).addTo(blocked)) {
            items = SqlPlan.of(schema, difference, inspection.live(), blocked, failed);
        }
        return items.stream()
                .filter(item -> ownership.owns(item.change()))
                .toList();
    }

    /** The steps of {@link #items}, with statements. */
    List<PlannedStep> plan(Difference<SqlChange> difference, Inspection inspection, Preflight preflight) {
        return plan(difference, inspection, preflight, Set.of());
    }

    /** The same without additions that failed and what needs them. */
    List<PlannedStep> plan(
            Difference<SqlChange> difference, Inspection inspection, Preflight preflight, Set<Change> failed) {
        return StepPlanner.plan(schema, items(difference, inspection, preflight, failed), inspection, preflight);
    }

    /** What differs in the part that the job answers for. */
    List<Drift> drift(Difference<SqlChange> difference, Inspection inspection) {
        if (ownership.namespace() == null || difference.drift().isEmpty()) {
            return difference.drift();
        }
        Schema shared = ownership.shared(schema);
        Set<Drift> foreign = new HashSet<>(
                SqlDiff.compare(shared, inspection.live(), inspection.answers()).drift());
        return difference.drift().stream().filter(drift -> !foreign.contains(drift)).toList();
    }

    /** For reports: the database, and the namespace of a tenant. */
    String target(String server, Inspection inspection) {
        String database = server + ", database " + inspection.database();
        return ownership.namespace() == null ? database : database + ", namespace " + ownership.namespace();
    }
}
