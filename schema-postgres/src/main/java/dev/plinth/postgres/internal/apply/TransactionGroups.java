package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change;
import dev.plinth.model.sql.NamedQuery;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The steps that can share transactions, in transactions of bounded size: every object created holds locks until the
 * commit, in a table that the whole server shares.
 */
final class TransactionGroups {

    private static final int MOST_STATEMENTS = 500;

    /** A table with its index, its toast table and that one's index, its row type, and the targets of its keys. */
    private static final int LOCKS_A_STATEMENT = 8;

    /** What became of a run. */
    enum End {
        COMPLETE,
        /** Somebody else got the lock between two groups. */
        LOCK_LOST,
        /** A step failed, and with it its transaction. */
        FAILED
    }

    private final Session session;
    private final Job job;
    private final int groupSize;

    /**
     * @param session inside a transaction that holds the lock
     * @param lockTableSize how many locks the server can hold at once; a group takes at most half of them
     */
    TransactionGroups(Session session, Job job, long lockTableSize) {
        this.session = session;
        this.job = job;
        this.groupSize = size(lockTableSize, job.options());
    }

    /** How many statements one transaction may have, while as many others do the same as the options allow. */
    static int size(long lockTableSize, Options options) {
        long share = lockTableSize / 2 / LOCKS_A_STATEMENT / options.connections();
        return (int) Math.max(1, Math.min(MOST_STATEMENTS, share));
    }

    /** Runs everything, one message a group, its COMMIT included. */
    End run(List<PlannedStep> plan, Progress progress) throws SQLException {
        boolean begun = true;
        for (List<PlannedStep> group : groups(plan, false)) {
            if (!begun && !Transaction.begin(session, job.lock(), job.options(), job.deadline())) {
                return End.LOCK_LOST;
            }
            send(group, progress);
            begun = false;
            finish(group, progress);
        }
        if (begun) {
            session.rollback();
        }
        return End.COMPLETE;
    }

    /**
     * Runs the same transactions a statement at a time, so that a failure has a name. Steps before it in its transaction
     * are undone with it; a query has a transaction of its own, as no plan can tell whether the server will take it. Where it
     * does not, what does not need the query is made all the same.
     *
     * @param racesFail whether an object that exists after all is a failure by now
     * @param planAnew the plan without the queries that were refused and what needs them; what is made may be in it still
     */
    End runOneByOne(
            List<PlannedStep> plan, Progress progress, boolean racesFail, Supplier<List<PlannedStep>> planAnew)
            throws SQLException {
        Set<Change> made = new HashSet<>();
        Deque<List<PlannedStep>> groups = new ArrayDeque<>(groups(plan, true));
        boolean begun = true;
        while (!groups.isEmpty()) {
            if (!begun && !Transaction.begin(session, job.lock(), job.options(), job.deadline())) {
                return End.LOCK_LOST;
            }
            begun = false;
            List<PlannedStep> group = groups.removeFirst();
            if (succeeds(group, progress, racesFail)) {
                finish(group, progress);
                group.forEach(step -> made.add(step.step().change()));
            } else if (isQuery(group.getLast())) {
                groups = new ArrayDeque<>(groups(without(made, planAnew.get(), progress), true));
            } else {
                return End.FAILED;
            }
        }
        if (begun) {
            session.rollback();
        }
        return End.COMPLETE;
    }

    private static List<PlannedStep> without(Set<Change> made, List<PlannedStep> plan, Progress progress) {
        progress.expect(plan);
        return plan.stream().filter(step -> !made.contains(step.step().change())).toList();
    }

    private void send(List<PlannedStep> group, Progress progress) throws SQLException {
        List<String> message = new ArrayList<>(statements(group));
        message.add("COMMIT");
        new WorkEvents(job.run(), progress).around(group, statements(group), () -> {
            session.execute(message);
            return Optional.empty();
        });
    }

    private boolean succeeds(List<PlannedStep> group, Progress progress, boolean racesFail) throws SQLException {
        return new WorkEvents(job.run(), progress).around(group, statements(group), () -> {
            for (PlannedStep step : group) {
                Optional<String> failure = failure(step, progress, racesFail);
                if (failure.isPresent()) {
                    return failure;
                }
            }
            session.execute("COMMIT");
            return Optional.empty();
        }).isEmpty();
    }

    private Optional<String> failure(PlannedStep step, Progress progress, boolean racesFail) throws SQLException {
        try {
            session.execute(step.inTransaction());
            return Optional.empty();
        } catch (SQLException e) {
            ServerError error = ServerError.of(e);
            if (error != ServerError.FAILED && !(error == ServerError.LOST_RACE && racesFail)) {
                throw e;
            }
            session.rollback();
            String message = step.failure(FailureText.of(e)) + "; the statement was: "
                    + String.join(";\n", step.inTransaction());
            if (isQuery(step)) {
                progress.setAside(step, message);
            } else {
                progress.failed(step, message);
            }
            return Optional.of(step.step().change().subject().display() + ": " + FailureText.of(e));
        }
    }

    private static List<String> statements(List<PlannedStep> group) {
        return group.stream().flatMap(step -> step.inTransaction().stream()).toList();
    }

    private static void finish(List<PlannedStep> group, Progress progress) {
        group.stream().filter(step -> step.afterwards().isEmpty()).forEach(progress::done);
    }

    private static boolean belongs(PlannedStep step) {
        return !step.inTransaction().isEmpty();
    }

    /** Views and rules: opaque text that the server reads when they are made. */
    private static boolean isQuery(PlannedStep step) {
        return step.step().change() instanceof Change.CreateObject created && created.object() instanceof NamedQuery
                || step.step().change() instanceof Change.CreateRule;
    }

    /**
     * A new label of an enum type cannot be used by the transaction that adds it, so a group ends behind labels.
     *
     * @param apart whether each query is a group of its own
     */
    private List<List<PlannedStep>> groups(List<PlannedStep> plan, boolean apart) {
        List<List<PlannedStep>> groups = new ArrayList<>();
        List<PlannedStep> group = new ArrayList<>();
        for (PlannedStep step : plan) {
            if (belongs(step)) {
                if (!group.isEmpty() && (group.size() == groupSize || endsBetween(group.getLast(), step, apart))) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                group.add(step);
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private static boolean endsBetween(PlannedStep last, PlannedStep next, boolean apart) {
        return addsLabel(last) && !addsLabel(next) || apart && (isQuery(last) || isQuery(next));
    }

    private static boolean addsLabel(PlannedStep step) {
        return step.step().change() instanceof Change.AddLabel;
    }
}
