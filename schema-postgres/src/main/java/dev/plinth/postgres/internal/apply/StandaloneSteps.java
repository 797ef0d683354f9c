package dev.plinth.postgres.internal.apply;

import dev.plinth.Run;
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
        if (!session.query(List.of("SELECT pg_try_advisory_lock(" + LOCK_KEY + ")")).equals(List.of(List.of("t")))) {
            return false;
        }
        try {
            runLocked(steps, progress);
        } finally {
            session.execute("SELECT pg_advisory_unlock(" + LOCK_KEY + ")");
        }
        return true;
    }

    /**
     * No lock_timeout: it would also end the wait of CREATE INDEX CONCURRENTLY for older transactions and leave an invalid
     * index. The deadline bounds everything.
     */
    private void runLocked(List<PlannedStep> steps, Progress progress) throws SQLException {
        List<String> before = session.query(List.of(
                "SELECT current_setting('statement_timeout'), current_setting('lock_timeout')"))
                .getFirst();
        try {
            for (PlannedStep step : steps) {
                if (run.deadline().isOver()) {
                    // A build that is cut off would leave an invalid index; what was not begun is pending.
                    return;
                }
                set(Long.toString(Transaction.millis(run.deadline())), "0");
                new WorkEvents(run, progress).around(List.of(step), step.afterwards(), () -> failure(step, progress));
            }
        } finally {
            set(before.get(0), before.get(1));
        }
    }

    private void set(String statementTimeout, String lockTimeout) throws SQLException {
        session.execute("SELECT set_config('statement_timeout', " + SqlText.literal(statementTimeout)
                + ", false), set_config('lock_timeout', " + SqlText.literal(lockTimeout) + ", false)");
    }

    private Optional<String> failure(PlannedStep step, Progress progress) throws SQLException {
        for (String statement : step.afterwards()) {
            try {
                session.execute(statement);
            } catch (SQLException e) {
                if (ServerError.of(e) != ServerError.FAILED) {
                    throw e;
                }
                progress.failed(step, FailureText.of(e) + "; the statement was: " + statement);
                return Optional.of(FailureText.of(e));
            }
        }
        progress.done(step);
        return Optional.empty();
    }
}
