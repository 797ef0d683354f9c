package dev.plinth.postgres.internal.apply;

import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.WaitingForLock;
import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.diff.AddedTargets;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.model.Schema;
import dev.plinth.plan.SqlPlan;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.inspect.Inspector;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a database up to a schema. Inspects without a lock first; where nothing is missing that is all. Otherwise takes
 * the lock, inspects again and applies what is left; whenever somebody else turns out to have been faster, begins again.
 */
public final class Applier {

    /** How often the same race may be lost before the statement is looked at by itself. */
    private static final int RACES = 20;

    /** How often the lock may be missed before one stands in the queue for it. */
    private static final int MISSES = 20;

    private static final String HOLDER = "another applier holds the lock";

    private final Job job;
    private final ConnectionSource source;
    private final Run run;
    private final long start = System.nanoTime();
    private final Progress progress = new Progress();

    /** Missing when the apply began: see {@link Preflight#newTargets}. */
    private final Set<dev.plinth.model.sql.Target> newTargets;

    private Inspection inspection;
    private Difference<SqlChange> difference;
    private List<PlannedStep> plan;
    private boolean statementByStatement;
    private int races;
    private int misses;
    private String waitingFor = HOLDER;
    private String waitedFor = "";
    private long waitStart;

    private Applier(Job job, ConnectionSource source, Inspection inspection, Difference<SqlChange> difference) {
        this.job = job;
        this.source = source;
        this.run = job.run();
        this.inspection = inspection;
        this.difference = difference;
        this.newTargets =
                difference.missing().stream().flatMap(AddedTargets::of).collect(Collectors.toSet());
        this.plan = job.plan(difference, inspection, Preflight.NONE);
        tellOfThePlan();
    }

    /** Applies the schema; the report says what was done, and what was not. */
    public static StoreReport apply(Schema schema, Options options, ConnectionSource source, Run run)
            throws SQLException {
        Job job = Job.whole(schema, options, run);
        Applier applier;
        String server;
        try (Session session = source.open()) {
            server = Target.of(session.connection());
            applier = look(job, source, session);
            applier.refuseUnavailableExtensions();
            applier.refuseReadOnly(session);
        }
        applier.run();
        return applier.report(server);
    }

    /** Who holds a name matters where something is missing, and is asked then only. */
    private static Applier look(Job job, ConnectionSource source, Session session) throws SQLException {
        Inspector inspector = new Inspector(job.schema(), false);
        long millis = Transaction.millis(job.deadline());
        Inspection glance = inspector.glance(session.connection(), millis);
        Difference<SqlChange> difference = job.difference(glance);
        if (difference.missing().isEmpty() && difference.obstructed().isEmpty()) {
            return new Applier(job, source, glance, difference);
        }
        Inspection inspection = inspector.inspect(session.connection(), millis);
        return new Applier(job, source, inspection, job.difference(inspection));
    }

    /** Does a job on what was seen of the database a moment ago. */
    static StoreReport apply(Job job, ConnectionSource source, Inspection inspection, String server) {
        Applier applier = new Applier(job, source, inspection, job.difference(inspection));
        applier.run();
        return applier.report(server);
    }

    private void refuseUnavailableExtensions() {
        refuseUnavailableExtensions(job, difference, inspection);
    }

    /** Unless they may be left for later. */
    static void refuseUnavailableExtensions(Job job, Difference<SqlChange> difference, Inspection inspection) {
        Set<String> unavailable = SqlPlan.unavailable(difference, inspection.live());
        if (!unavailable.isEmpty() && !job.options().defersMissingExtensions()) {
            throw new StoreException(
                    "postgres: the server does not offer the extension " + named(difference, unavailable)
                            + ", which the schema needs; install it on the server, or let the store defer what needs it"
                            + " with deferMissingExtensions()",
                    null);
        }
    }

    /** The extensions with the versions that they were to have. */
    private static String named(Difference<SqlChange> difference, Set<String> unavailable) {
        return difference.missing().stream()
                .filter(change -> change instanceof CreateExtension created
                        && unavailable.contains(created.extension().name()))
                .map(change -> ((CreateExtension) change).extension())
                .map(extension -> extension.name() + (extension.version() == null ? "" : " " + extension.version()))
                .collect(Collectors.joining(", "));
    }

    private void refuseReadOnly(Session session) throws SQLException {
        if (isActionable() && session.isOnReplica()) {
            throw new StoreException("postgres: " + missing() + " missing and this server is a replica, which takes no"
                    + " writes; connect to the primary, in a managed cluster its writer endpoint: what is created there"
                    + " comes here by itself", null);
        }
        if (isActionable() && session.connection().isReadOnly()) {
            throw new StoreException("postgres: " + missing() + " missing and the connection is read-only; give the"
                    + " store a connection that may write", null);
        }
    }

    private String missing() {
        return plan.size() == 1 ? "1 object is" : plan.size() + " objects are";
    }

    private boolean isActionable() {
        return plan.stream().anyMatch(PlannedStep::isPlanned);
    }

    private void run() {
        boolean goesOn = isActionable();
        while (goesOn && !run.deadline().isOver()) {
            switch (attempt()) {
                case FINISHED -> goesOn = false;
                case WAIT_FOR_THE_LOCK -> waitForLock(Backoff.shortly());
                case WAIT_FOR_A_BUILD -> waitForLock(Backoff.later());
                case WAIT -> retry(Backoff.shortly());
                case AGAIN -> retry(Duration.ZERO);
            }
        }
    }

    /** What one attempt came to. */
    private enum Outcome {
        FINISHED,
        AGAIN,
        WAIT,
        WAIT_FOR_THE_LOCK,
        WAIT_FOR_A_BUILD
    }

    private void waitForLock(Duration pause) {
        if (!waitedFor.equals(waitingFor)) {
            waitedFor = waitingFor;
            waitStart = System.nanoTime();
        }
        if (run.isHeard()) {
            Duration soFar = Duration.ofNanos(System.nanoTime() - waitStart);
            run.tell(new WaitingForLock("postgres", waitingFor, soFar, pause));
        }
        Backoff.sleep(run.deadline(), pause);
    }

    private void retry(Duration pause) {
        waitedFor = "";
        if (run.isHeard()) {
            run.tell(new Retry("postgres", "database " + inspection.database(), waitingFor, pause));
        }
        if (pause.isPositive()) {
            Backoff.sleep(run.deadline(), pause);
        }
    }

    private void tellOfThePlan() {
        if (run.isHeard()) {
            List<Step> steps = plan.stream().map(progress::step).toList();
            run.tell(new PlanComputed("postgres", "database " + inspection.database(), steps));
        }
    }

    private Outcome attempt() {
        try (Session session = source.open()) {
            try {
                return attempt(session);
            } catch (SQLException e) {
                session.rollback();
                return judge(e);
            }
        } catch (SQLException e) {
            return judge(e);
        }
    }

    private Outcome attempt(Session session) throws SQLException {
        if (!begin(session)) {
            misses++;
            return because(HOLDER, Outcome.WAIT_FOR_THE_LOCK);
        }
        inspection = new Inspector(job.schema(), false).inspectInTransaction(session.connection());
        difference = job.difference(inspection);
        Preflight preflight = Preflight.of(session, difference.missing(), inspection.live(), newTargets);
        plan = job.plan(difference, inspection, preflight, progress.setAside());
        progress.expect(plan);
        tellOfThePlan();
        TransactionGroups groups = new TransactionGroups(session, job, inspection.lockTableSize());
        TransactionGroups.End end = statementByStatement
                ? groups.runOneByOne(plan, progress, races > RACES,
                        () -> plan = job.plan(difference, inspection, preflight, progress.setAside()))
                : groups.run(plan, progress);
        return switch (end) {
            case FAILED -> Outcome.FINISHED;
            case LOCK_LOST -> because(HOLDER, Outcome.WAIT_FOR_THE_LOCK);
            case COMPLETE -> new StandaloneSteps(session, run).run(plan, progress)
                    ? Outcome.FINISHED
                    : because("another applier builds indexes or validates constraints", Outcome.WAIT_FOR_A_BUILD);
        };
    }

    private Outcome because(String reason, Outcome outcome) {
        waitingFor = reason;
        return outcome;
    }

    private boolean begin(Session session) throws SQLException {
        return misses < MISSES
                ? Transaction.begin(session, job.lock(), job.options(), run.deadline())
                : Transaction.beginInQueue(session, job.lock(), job.options(), run.deadline());
    }

    private Outcome judge(SQLException failure) {
        return switch (ServerError.of(failure)) {
            case LOST_RACE -> {
                races++;
                waitingFor = FailureText.of(failure);
                statementByStatement |= races > RACES;
                yield Outcome.AGAIN;
            }
            case RETRY -> because(FailureText.of(failure), Outcome.WAIT);
            case OUT_OF_TIME -> {
                waitingFor = FailureText.of(failure);
                yield run.deadline().isOver() ? Outcome.FINISHED : Outcome.WAIT;
            }
            case CONNECTION_LOST -> {
                progress.failed("the connection was lost, and whether the last transaction was committed is not known: "
                        + FailureText.of(failure) + "; apply again, it goes on from whatever is there");
                yield Outcome.FINISHED;
            }
            case FAILED -> secondLook(failure);
        };
    }

    /** The failure of a batch does not say which statement it was: the second time they are sent one by one. */
    private Outcome secondLook(SQLException failure) {
        if (statementByStatement) {
            progress.failed(FailureText.of(failure));
            return Outcome.FINISHED;
        }
        statementByStatement = true;
        return because(FailureText.of(failure), Outcome.AGAIN);
    }

    private StoreReport report(String server) {
        String pending =
                progress.hasStopped() ? "not made, as another step failed" : "the deadline was over; " + waitingFor;
        return new StoreReport(
                "postgres",
                job.target(server, inspection),
                progress.steps(plan, pending),
                job.drift(difference, inspection),
                List.of(),
                progress.failures(),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
