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
        List<String> before = session.query(List.of(SessionPins.current()
                + ", pg_catalog.current_setting('statement_timeout'), pg_catalog.current_setting('lock_timeout'), "
                + ServerProcess.ID))
                .getFirst();
        ServerProcess process = new ServerProcess(session, before.getLast());
        Optional<List<String>> lock =
                process.select("SELECT pg_catalog.pg_try_advisory_lock(" + LOCK_KEY + ")");
        if (lock.isEmpty()) {
            fail(steps, progress);
            return true;
        }
        if (!lock.get().equals(List.of("t"))) {
            return false;
        }
        boolean isClean = false;
        try {
            isClean = runLocked(steps, progress, process, before);
        } finally {
            isClean &= process.selectAtLast("SELECT pg_catalog.pg_advisory_unlock(" + LOCK_KEY + ")");
        }
        if (!isClean) {
            progress.failed("a pooler between here and the server keeps the session of process " + process.id()
                    + " for others, with settings and the advisory lock " + LOCK_KEY
                    + " of this one: let it reconnect (RECONNECT in PgBouncer), or other appliers wait for it");
        }
        return true;
    }

    /** @return whether the session has the settings back that it had before */
    private boolean runLocked(
            List<PlannedStep> steps, Progress progress, ServerProcess process, List<String> before)
            throws SQLException {
        int pins = before.size() - 3;
        boolean isRestored = false;
        try {
            if (process.select(SessionPins.forSession()).isPresent()) {
                runPinned(steps, progress, process);
            } else {
                fail(steps, progress);
            }
        } finally {
            isRestored = process.selectAtLast(SessionPins.forSession(before.subList(0, pins)) + ", "
                    + timeouts(before.get(pins), before.get(pins + 1)));
        }
        return isRestored;
    }

    /**
     * No lock_timeout: it would also end the wait of CREATE INDEX CONCURRENTLY for older transactions and leave an invalid
     * index. The deadline bounds everything.
     */
    private void runPinned(List<PlannedStep> steps, Progress progress, ServerProcess process) throws SQLException {
        for (PlannedStep step : steps) {
            if (run.deadline().isOver()) {
                // A build that is cut off would leave an invalid index; what was not begun is pending.
                return;
            }
            if (process.select("SELECT " + timeouts(Long.toString(Transaction.millis(run.deadline())), "0"))
                    .isEmpty()) {
                fail(List.of(step), progress);
                continue;
            }
            new WorkEvents(run, progress)
                    .around(List.of(step), step.afterwards(), () -> failure(step, progress, process));
        }
    }

    private static String timeouts(String statementTimeout, String lockTimeout) {
        return "pg_catalog.set_config('statement_timeout', " + SqlText.literal(statementTimeout)
                + ", false), pg_catalog.set_config('lock_timeout', " + SqlText.literal(lockTimeout) + ", false)";
    }

    /** What cannot be done in the session that has the lock and the settings. */
    private void fail(List<PlannedStep> steps, Progress progress) throws SQLException {
        for (PlannedStep step : steps) {
            new WorkEvents(run, progress).around(List.of(step), step.afterwards(), () -> {
                progress.failed(step, POOLER);
                return Optional.of(POOLER);
            });
        }
    }

    private Optional<String> failure(PlannedStep step, Progress progress, ServerProcess process) throws SQLException {
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
        if (!process.answers()) {
            progress.failed(step, "it is made, perhaps with the settings of another: " + POOLER);
            return Optional.of(POOLER);
        }
        progress.done(step);
        return Optional.empty();
    }
}
