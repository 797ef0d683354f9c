package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import java.time.Duration;

/** What to do about a table next. */
sealed interface Decision {

    /** Nothing, in this run: all is there, or what is left is not waited for or was given up. */
    record Done() implements Decision {}

    /** Look again after a while. */
    record Wait(String reason, Duration pollAfter) implements Decision {}

    /** Send the request for this change, then look again. */
    record Call(DynamoChange change) implements Decision {}

    /** Nothing, since something is in the way of everything that is left. */
    record Blocked(String reason) implements Decision {}
}
