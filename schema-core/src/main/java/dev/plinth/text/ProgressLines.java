package dev.plinth.text;

import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.RunFinished;
import dev.plinth.InitializerEvent.RunStarted;
import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.StoreStarted;
import dev.plinth.InitializerEvent.Waiting;
import dev.plinth.InitializerEvent.WaitingForLock;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.InitializerListener;
import dev.plinth.Step;
import dev.plinth.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line for each thing that happens in an apply, as plain text, for whoever sits before a terminal. What is waited for is said
 * at once and then every {@link #REPEAT}. Belongs to one run at a time.
 */
public final class ProgressLines implements InitializerListener {

    /** How long something is waited for before that is said again. */
    public static final Duration REPEAT = Duration.ofSeconds(10);

    private final Appendable out;
    /** What was last said of each subject that is waited for, and when. */
    private final Map<String, Said> waiting = new HashMap<>();

    private record Said(String reason, Duration at) {

        boolean isRecent(String other, Duration soFar) {
            boolean goesOn = reason.equals(other) && soFar.compareTo(at) >= 0;
            return goesOn && soFar.minus(at).compareTo(REPEAT) < 0;
        }
    }

    private ProgressLines(Appendable out) {
        this.out = out;
    }

    /** Lines to a stream, a writer or a builder; what an {@link IOException} ends is the lines, never the apply. */
    public static ProgressLines to(Appendable out) {
        return new ProgressLines(out);
    }

    @Override
    public void on(InitializerEvent event) {
        switch (event) {
            case RunStarted started -> waiting.clear();
            case StoreStarted started -> {}
            case PlanComputed plan -> {}
            case WaitingForLock lock -> waiting(lock.store(), "waits: " + lock.holder(), lock.soFar());
            case WorkStarted(Work work) -> print(place(work) + " " + subject(work) + " ...");
            case WorkDone done -> done(done);
            case Waiting wait -> waiting(wait.store() + ": " + wait.subject(), "waits: " + wait.reason(), wait.soFar());
            case Retry retry -> waiting(retry.store() + ": " + retry.subject(), "tries again: " + retry.reason(),
                    Duration.ZERO);
            case StoreFinished finished -> print(finished.report().store() + ": finished in "
                    + TimeText.of(finished.report().duration()));
            case RunFinished finished -> waiting.clear();
        }
    }

    private void done(WorkDone done) {
        String outcome = switch (done.outcome()) {
            case DONE -> "";
            case ACCEPTED -> " accepted,";
            case UNDONE -> " not yet,";
            case UNKNOWN -> " NO ANSWER,";
            case FAILED -> " FAILED,";
        };
        String message = done.outcome() == Work.Outcome.FAILED || done.outcome() == Work.Outcome.UNKNOWN
                ? ": " + done.message().lines().findFirst().orElse("")
                : "";
        print(place(done.work()) + " " + subject(done.work()) + " ..." + outcome + " " + TimeText.of(done.duration())
                + message);
    }

    /** What changes is said at once, what lasts now and then. */
    private void waiting(String subject, String reason, Duration soFar) {
        Said before = waiting.get(subject);
        if (before != null && before.isRecent(reason, soFar)) {
            return;
        }
        waiting.put(subject, new Said(reason, soFar));
        print(subject + " " + reason + (soFar.isZero() ? "" : ", for " + TimeText.of(soFar) + " so far"));
    }

    private static String place(Work work) {
        int last = Math.min(work.total(), work.number() + work.steps().size() - 1);
        String place = last > work.number() ? work.number() + "-" + last : String.valueOf(work.number());
        return "[" + place + "/" + work.total() + "]";
    }

    private static String subject(Work work) {
        List<Step> steps = work.steps();
        String first = Label.verb(steps.getFirst().change()) + " " + steps.getFirst().change().subject().display();
        return steps.size() == 1 ? first : first + " and " + (steps.size() - 1) + " more in one transaction";
    }

    private void print(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
