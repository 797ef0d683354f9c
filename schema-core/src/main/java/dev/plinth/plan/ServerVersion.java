package dev.plinth.plan;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.SqlChange;
import java.util.Optional;

/** What older servers do not know: an addition that says it is held back there, in words and not as a syntax error. */
public final class ServerVersion {

    private ServerVersion() {}

    /** Why a server of that major version cannot make the addition, if it cannot. */
    public static Optional<String> obstacle(SqlChange change, int serverVersion) {
        if (change instanceof CreateIndex created && created.index().nullsNotDistinct()) {
            return since(15, "NULLS NOT DISTINCT", serverVersion);
        }
        return Optional.empty();
    }

    private static Optional<String> since(int version, String what, int serverVersion) {
        return serverVersion >= version
                ? Optional.empty()
                : Optional
                        .of(what + " needs PostgreSQL " + version + ", and the server is PostgreSQL " + serverVersion);
    }
}
