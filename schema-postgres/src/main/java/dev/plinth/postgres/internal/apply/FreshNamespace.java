package dev.plinth.postgres.internal.apply;

import dev.plinth.StoreReport;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a namespace that has nothing, in one message. Where it does not exist, that its CREATE SCHEMA succeeds proves that
 * nothing is inside, so there is nothing to inspect; that of anybody else would wait for it and fail. Where it does, it is
 * asked under the lock whether it is empty still.
 */
final class FreshNamespace {

    private final Job job;
    private final ConnectionSource source;
    private final Inspection inspection;
    private final List<PlannedStep> steps;
    private final boolean exists;

    FreshNamespace(
            Job job, ConnectionSource source, Inspection inspection, List<PlannedStep> steps, boolean exists) {
        this.job = job;
        this.source = source;
        this.inspection = inspection;
        this.steps = steps;
        this.exists = exists;
    }

    /** The report where it worked; nothing where the namespace has to be looked at after all, whatever the reason. */
    Optional<StoreReport> build() {
        long start = System.nanoTime();
        while (!job.deadline().isOver()) {
            try (Session session = source.open()) {
                try {
                    send(session);
                    return Optional.of(report(Target.of(session.connection()), start));
                } catch (SQLException e) {
                    session.rollback();
                    if (ServerError.of(e) != ServerError.RETRY) {
                        return Optional.empty();
                    }
                }
            } catch (SQLException e) {
                return Optional.empty();
            }
            Backoff.sleep(job.deadline(), Backoff.shortly());
        }
        return Optional.empty();
    }

    private void send(Session session) throws SQLException {
        List<String> statements = steps.stream().flatMap(step -> step.inTransaction().stream()).toList();
        List<PlannedStep> planned = steps.stream().filter(PlannedStep::isPlanned).toList();
        Progress progress = new Progress();
        progress.expect(planned);
        List<String> message = message(statements);
        new WorkEvents(job.run(), progress).around(planned, statements, () -> {
            session.execute(message);
            return Optional.empty();
        });
    }

    private List<String> message(List<String> statements) {
        List<String> message = new ArrayList<>(Transaction.opening(job.options(), job.deadline()));
        message.addAll(job.lock().orFail());
        if (exists) {
            message.add(orFailUnlessEmpty(String.valueOf(job.ownership().namespace())));
        }
        message.addAll(statements);
        message.add("COMMIT");
        return message;
    }

    /** Whatever is in a namespace depends on it, so this is one look into an index. */
    private static String orFailUnlessEmpty(String namespace) {
        return "DO "
                + SqlText.literal("BEGIN IF EXISTS (SELECT FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass"
                        + " AND refobjid = " + SqlText.literal(SqlText.identifier(namespace)) + "::regnamespace"
                        + " AND classid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass))"
                        + " THEN RAISE duplicate_object USING MESSAGE = 'the namespace is not empty'; END IF; END");
    }

    private StoreReport report(String server, long start) {
        Progress progress = new Progress();
        steps.stream().filter(PlannedStep::isPlanned).forEach(progress::done);
        return new StoreReport(
                "postgres",
                job.target(server, inspection),
                progress.steps(steps, ""),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
