package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.Run;
import dev.plinth.StoreReport;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.inspect.Inspector;
import dev.plinth.postgres.internal.inspect.SessionPins;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what an apply would do, and changes nothing. */
public final class Planner {

    private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY";

    private Planner() {}

    /**
     * Inspects, and looks at the rows of existing tables only where something is to be added to them.
     *
     * @param looksCloser whether to look closer: name what nobody declared too, and decide in a transaction that is rolled back what no plan
     *     could tell
     */
    public static StoreReport plan(
            Schema schema, Options options, ConnectionSource source, Run run, boolean looksCloser)
            throws SQLException {
        long start = System.nanoTime();
        try (Session session = source.open()) {
            Inspection inspection = new Inspector(schema, looksCloser)
                    .inspect(session.connection(), Transaction.millis(run.deadline()));
            Job job = Job.whole(schema, options, run);
            return report(job, looksCloser ? decided(job, inspection, session) : inspection, session, start);
        }
    }

    /** Looks closer where something is undecided. */
    private static Inspection decided(Job job, Inspection seen, Session session) throws SQLException {
        Inspection inspection = RoutineTwins.ask(session, job, seen);
        boolean isUndecided = job.difference(inspection).drift().stream()
                .anyMatch(drift -> drift.kind() == Drift.Kind.UNDECIDED);
        return isUndecided
                ? inspection.withDecided(
                        CloserLook.at(inspection.undecided(), session, job.options(), job.deadline()))
                : inspection;
    }

    /** What an inspection means for a job; looks at the rows of existing tables where something is to be added to them. */
    static StoreReport report(Job job, Inspection inspection, Session session, long startNanos) throws SQLException {
        Difference<SqlChange> difference = job.difference(inspection);
        Preflight preflight = preflight(session, difference, inspection, job.deadline());
        List<PlannedStep> steps = job.plan(difference, inspection, preflight);
        List<Drift> drift = job.drift(difference, inspection);
        return new StoreReport(
                "postgres",
                job.target(Target.of(session.connection()), inspection),
                steps.stream().map(PlannedStep::step).toList(),
                drift,
                strangers(inspection.unmanaged(), drift),
                List.of(),
                Duration.ofNanos(System.nanoTime() - startNanos));
    }

    /** What stands in for a declared object, under another name or as another kind of object, is no stranger. */
    static List<String> strangers(List<String> unmanaged, List<Drift> drift) {
        Set<String> standIns = drift.stream()
                .filter(it -> it.kind() == Drift.Kind.OTHER_NAME)
                .map(it -> it.subject().name().startsWith(it.declared())
                        ? it.live() + it.subject().name().substring(it.declared().length())
                        : it.subject().name())
                .collect(Collectors.toSet());
        return unmanaged.stream()
                .filter(it -> !standIns.contains(it.substring(it.indexOf(' ') + 1)))
                .toList();
    }

    private static Preflight preflight(
            Session session, Difference<SqlChange> difference, Inspection inspection, Deadline deadline)
            throws SQLException {
        boolean onExistingTables =
                difference.missing().stream().anyMatch(change -> Preflight.concerns(change, inspection.live()));
        if (!onExistingTables) {
            return Preflight.NONE;
        }
        session.execute(List.of(
                BEGIN, SessionPins.sql(), "SET LOCAL statement_timeout = " + Transaction.millis(deadline)));
        try {
            return Preflight.of(session, difference.missing(), inspection.live());
        } finally {
            session.rollback();
        }
    }
}
