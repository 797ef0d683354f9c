package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.List;

/**
 * What happened in an apply or a verify, in the order in which it happened. None has a secret in it: statements are those of
 * {@link Step#statements()}, messages those of a report. More kinds may come; let a {@code switch} over them have a
 * {@code default} where you do not want to hear of it.
 */
public sealed interface InitializerEvent {

    /** What is begun. Ended by {@link RunFinished} in every case. */
    record RunStarted(Schema schema, Report.Verb verb) implements InitializerEvent {}

    /** A store is asked. Ended by {@link StoreFinished} in every case. */
    record StoreStarted(String store) implements InitializerEvent {}

    /**
     * What is missing was found out, in an apply. Comes again whenever it is found out again: once the lock is held, and after a
     * race.
     *
     * @param target what was looked at: the whole database, or one DynamoDB table
     * @param steps what is to be done, and what is held back with its reason; empty where nothing is missing
     */
    record PlanComputed(String store, String target, List<Step> steps) implements InitializerEvent {
        public PlanComputed {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Somebody else holds the lock of the library. Comes with each try, some ten times a second.
     *
     * @param holder who that is, as far as it is known
     * @param soFar how long it has been waited for without a break
     * @param pause how long until the next try
     */
    record WaitingForLock(String store, String holder, Duration soFar, Duration pause) implements InitializerEvent {}

    /**
     * Statements or a request are about to be sent. Ended by {@link WorkDone} with an equal {@link Work}; other work may be
     * begun meanwhile on another DynamoDB table.
     */
    record WorkStarted(Work work) implements InitializerEvent {}

    /**
     * The answer.
     *
     * @param duration from sending to the answer
     * @param message what the store said, and what to do about it; empty where it accepted
     */
    record WorkDone(Work work, Duration duration, Work.Outcome outcome, String message) implements InitializerEvent {}

    /**
     * What was begun takes its time: a table, an index, or a pause after a refusal.
     *
     * @param subject the table
     * @param soFar how long it has been waited for without a call in between
     * @param pause how long until the next look
     */
    record Waiting(String store, String subject, String reason, Duration soFar, Duration pause)
            implements
            InitializerEvent {}

    /**
     * Something did not work that is worth another try: a race, a deadlock, a lock that was not to be had, throttling.
     *
     * @param subject the database or the table
     * @param reason what the store said
     * @param pause how long until then; zero for at once
     */
    record Retry(String store, String subject, String reason, Duration pause) implements InitializerEvent {}

    /** A store has answered, or failed. */
    record StoreFinished(StoreReport report) implements InitializerEvent {}

    /** The end, also where an exception follows. */
    record RunFinished(Report report) implements InitializerEvent {}
}
