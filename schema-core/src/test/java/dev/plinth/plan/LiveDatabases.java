package dev.plinth.plan;

import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.StorageDefaults;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is there before anything is made. */
final class LiveDatabases {

    private LiveDatabases() {}

    /** A database that has {@code public} and nothing else. */
    static LiveDatabase empty(int serverVersion) {
        return new LiveDatabase(
                serverVersion,
                Set.of("public"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                LiveAccess.NONE,
                StorageDefaults.NONE);
    }
}
