package dev.plinth;

import dev.plinth.diff.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One addition, with everything there is to say of it.
 *
 * @param change what is added
 * @param reason why, in a phrase
 * @param statements the SQL statements, or the requests as JSON, that add it; empty where it cannot be added
 * @param status how far it is
 * @param detail what it waits for, why it cannot be done, what the store said; empty where there is nothing to add
 * @param retryAfter when it is worth to run again, counted from the end of the run; absent where that is not known, or
 *     where somebody has to do something first
 */
public record Step(
        Change change,
        String reason,
        List<Hazard> hazards,
        List<String> statements,
        Status status,
        String detail,
        @Nullable Duration retryAfter) {

    public Step {
        hazards = List.copyOf(hazards);
        statements = List.copyOf(statements);
    }

    /** How far a step is. */
    public enum Status {
        /** It would be done by the next apply. */
        PLANNED,
        /** It was done. */
        DONE,
        /** It was begun or is still to be done, and the next apply goes on. */
        PENDING,
        /** It needs something that the server does not offer; a later apply on a server that does will add it. */
        DEFERRED,
        /** The endpoint does not know such a thing, as emulators do not know everything: nothing to wait for. */
        SKIPPED,
        /** It cannot be done as things are; the detail says what is in the way. */
        BLOCKED,
        /** It was tried and the store refused. */
        FAILED;

        /** Whether the next apply would do something about it. */
        public boolean isToDo() {
            return this == PLANNED || this == PENDING;
        }
    }

    /** A step that the next apply would do. */
    public static Step planned(Change change, String reason, List<Hazard> hazards, List<String> statements) {
        return new Step(change, reason, hazards, statements, Status.PLANNED, "", null);
    }

    /** The same step in another status. */
    public Step with(Status newStatus, String newDetail) {
        return new Step(change, reason, hazards, statements, newStatus, newDetail, null);
    }

    /** The same step, worth another run after so much time. */
    public Step retryAfter(@Nullable Duration time) {
        return new Step(change, reason, hazards, statements, status, detail, time);
    }

    /** {@link #retryAfter} of a step that another run can finish: one that is pending or deferred, or blocked for a while. */
    Optional<Duration> nextTry() {
        return switch (status) {
            case PENDING, DEFERRED, BLOCKED -> Optional.ofNullable(retryAfter);
            case PLANNED, DONE, SKIPPED, FAILED -> Optional.empty();
        };
    }

    /** One line for a person: what is added, and the detail if there is one. */
    public String describe() {
        String subject = change.subject().display();
        return detail.isEmpty() ? subject : subject + ": " + detail;
    }
}
