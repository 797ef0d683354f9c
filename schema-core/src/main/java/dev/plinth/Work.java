package dev.plinth;

import java.util.List;

/**
 * What is sent to a store at once. With PostgreSQL either the steps of one transaction, which go out as one message, so that
 * nothing is known of each of them alone; or a step that needs its statements outside a transaction. With DynamoDB one request.
 *
 * @param steps what it is about; one that is begun in a transaction and completed outside (a constraint that is validated later)
 *     comes twice
 * @param statements what is sent: SQL, or a request as JSON
 * @param number the place of the first of these steps among all, from 1
 * @param total how many steps there are as far as is known: with DynamoDB more may turn up while tables are looked at
 */
public record Work(String store, List<Step> steps, List<String> statements, int number, int total) {

    public Work {
        steps = List.copyOf(steps);
        statements = List.copyOf(statements);
    }

    /** What has come of it. */
    public enum Outcome {
        /** It is there. */
        DONE,
        /** The store has accepted it and is at work on it. */
        ACCEPTED,
        /** It is not there, and is tried again in this run as long as there is time. */
        UNDONE,
        /** Whether it is there is not known: the answer got lost. */
        UNKNOWN,
        /** It is not there, and is not tried again in this run. */
        FAILED
    }
}
