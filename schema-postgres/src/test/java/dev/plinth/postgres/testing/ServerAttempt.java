package dev.plinth.postgres.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What came of looking for a server. */
public sealed interface ServerAttempt {

    /** There is one, and it runs. */
    record Started(PostgresServer server) implements ServerAttempt {}

    /** There is none; the reason is a phrase. */
    record Unavailable(String reason) implements ServerAttempt {}

    /** The first that starts, else all the reasons. */
    static ServerAttempt firstOf(List<Supplier<ServerAttempt>> attempts) {
        List<String> reasons = new ArrayList<>();
        for (Supplier<ServerAttempt> attempt : attempts) {
            switch (attempt.get()) {
                case Started started -> {
                    return started;
                }
                case Unavailable(String reason) -> reasons.add(reason);
            }
        }
        return new Unavailable(String.join("; ", reasons));
    }
}
