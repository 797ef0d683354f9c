package dev.plinth.postgres.internal.apply;

import dev.plinth.Run;
import dev.plinth.postgres.internal.inspect.SessionPins;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The statements that cannot share a transaction, one after the other under a session lock of their own key: two
 * concurrent builds on one table would wait for each other until the server ends one, while short transactions of other
 * appliers need not wait for a long build.
 */
final class StandaloneSteps {

    private static final String LOCK_KEY = AdvisoryLock.CLASS + ", 2";

    private static final int ATTEMPTS = 5;

    private static final String PROCESS = "pg_catalog.pg_backend_pid()";

    private static final String POOLER =
            "a pooler between here and the server gives each statement another session, and this"
                    + " needs one to itself; connect to the server itself, or by way of a pool that keeps the session (pool_mode ="
                    + " session in PgBouncer)";

    private final Session session;
    private final Run run;

    StandaloneSteps(Session session, Run run) {
        this.session = session;
        this.run = run;
    }

    /** Runs what is left of the plan; false when another applier is at work on such steps. */
    boolean run(List<PlannedStep> plan, Progress progress) throws SQLException {
        List<PlannedStep> steps = plan.stream()
                .filter(step -> !step.afterwards().isEmpty())
                .filter(step -> !progress.hasFailed(step))
                .toList();
        if (steps.isEmpty()) {
            return true;
        }
        List<String> lock = session.query(
                List.of("SELECT pg_catalog.pg_try_advisory_lock(" + LOCK_KEY + "), " + PROCESS)).getFirst();
        if (!lock.getFirst().equals("t")) {
            return false;
        }
        try {
            runLocked(steps, progress, lock.getLast());
        } finally {
            unlock(lock.getLast());
        }
        return true;
    }

    /** Another session cannot, and the server only warns of that. */
    private void unlock(String process) throws SQLException {
        if (!session.query(List.of("SELECT pg_catalog.pg_advisory_unlock(" + LOCK_KEY + ")"))
                .equals(List.of(List.of("t")))) {
            Log.LOGGER.warn(
                    "{}; the advisory lock {} and settings may be left in the session of process {}: let the pooler"
                            + " reconnect (RECONNECT in PgBouncer), or other appliers wait for it",
                    POOLER, LOCK_KEY, process);
        }
    }

    /**
     * No lock_timeout: it would also end the wait of CREATE INDEX CONCURRENTLY for older transactions and leave an invalid
     * index. The deadline bounds everything.
     */
    private void runLocked(List<PlannedStep> steps, Progress progress, String process) throws SQLException {
        List<String> before = session.query(List.of(SessionPins.current()
                + ", pg_catalog.current_setting('statement_timeout'), pg_catalog.current_setting('lock_timeout'), "
                + PROCESS))
                .getFirst();
        if (!before.getLast().equals(process)) {
            steps.forEach(step -> progress.failed(step, POOLER));
            return;
        }
        int pins = before.size() - 3;
        try {
            session.execute(SessionPins.forSession());
            for (PlannedStep step : steps) {
                if (run.deadline().isOver()) {
                    // A build that is cut off would leave an invalid index; what was not begun is pending.
                    return;
                }
                if (isElsewhere(process)) {
                    progress.failed(step, POOLER);
                    continue;
                }
                new WorkEvents(run, progress).around(List.of(step), step.afterwards(), () -> failure(step, progress));
            }
        } finally {
            restore(List.of(
                    timeouts(before.get(pins), before.get(pins + 1)), SessionPins.forSession(before.subList(0, pins))));
        }
    }

    /** Sets what time is left, and finds out whether that was in the session that has the lock and the settings. */
    private boolean isElsewhere(String process) throws SQLException {
        String timeouts = timeouts(Long.toString(Transaction.millis(run.deadline())), "0");
        return !session.query(List.of(timeouts + ", " + PROCESS)).getFirst().getLast().equals(process);
    }

    /** The time that the deadline left may be over in the middle of it, which undoes it. */
    private void restore(List<String> statements) throws SQLException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                session.execute(statements);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || ServerError.of(e) != ServerError.OUT_OF_TIME) {
                    throw e;
                }
            }
        }
    }

    private static String timeouts(String statementTimeout, String lockTimeout) {
        return "SELECT pg_catalog.set_config('statement_timeout', " + SqlText.literal(statementTimeout)
                + ", false), pg_catalog.set_config('lock_timeout', " + SqlText.literal(lockTimeout) + ", false)";
    }

    private Optional<String> failure(PlannedStep step, Progress progress) throws SQLException {
        for (String statement : step.afterwards()) {
            try {
                session.execute(statement);
            } catch (SQLException e) {
                if (ServerError.of(e) != ServerError.FAILED) {
                    throw e;
                }
                progress.failed(step, step.failure(FailureText.of(e)) + "; the statement was: " + statement);
                return Optional.of(FailureText.of(e));
            }
        }
        progress.done(step);
        return Optional.empty();
    }
}
