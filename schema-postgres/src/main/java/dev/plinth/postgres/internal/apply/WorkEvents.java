package dev.plinth.postgres.internal.apply;

import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.Run;
import dev.plinth.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells who listens of statements before they are sent and after the answer; sends them and no more where nobody does. */
record WorkEvents(Run run, Progress progress) {

    /** Sends statements; the result is why it failed and is not worth another try. */
    interface Sending {
        Optional<String> send() throws SQLException;
    }

    Optional<String> around(List<PlannedStep> steps, List<String> statements, Sending sending) throws SQLException {
        if (!run.isHeard()) {
            return sending.send();
        }
        Work work = new Work(
                "postgres",
                steps.stream().map(PlannedStep::step).toList(),
                statements,
                progress.doneCount() + 1,
                progress.total());
        run.tell(new WorkStarted(work));
        long start = System.nanoTime();
        try {
            Optional<String> failure = sending.send();
            done(work, start, failure.isEmpty() ? Work.Outcome.DONE : Work.Outcome.FAILED, failure.orElse(""));
            return failure;
        } catch (SQLException failure) {
            done(work, start, outcome(failure), FailureText.of(failure));
            throw failure;
        } catch (RuntimeException failure) {
            done(work, start, Work.Outcome.UNKNOWN, failure.getClass().getName());
            throw failure;
        }
    }

    private void done(Work work, long start, Work.Outcome outcome, String message) {
        run.tell(new WorkDone(work, Duration.ofNanos(System.nanoTime() - start), outcome, message));
    }

    /** What is thrown is looked at again, except where nobody knows what became of it. */
    private static Work.Outcome outcome(SQLException failure) {
        return ServerError.of(failure) == ServerError.CONNECTION_LOST ? Work.Outcome.UNKNOWN : Work.Outcome.UNDONE;
    }
}
