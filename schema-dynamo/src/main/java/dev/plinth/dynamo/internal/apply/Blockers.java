package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoObstacles;
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import java.util.Optional;

/** Why an addition to a live table is not made, however long one waits. */
final class Blockers {

    private Blockers() {}

    static Optional<String> of(Wish wish, DynamoChange change, Present seen, History history) {
        return DynamoObstacles.of(wish.table(), change, seen.table())
                .or(() -> wish.guards().reason(change, seen.contents(), history));
    }
}
