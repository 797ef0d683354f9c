package dev.plinth.postgres.internal.apply;

import dev.plinth.Deadline;
import dev.plinth.diff.Answers;
import dev.plinth.diff.Verdict;
import dev.plinth.postgres.internal.compare.ScratchTwin;
import dev.plinth.postgres.internal.compare.Undecided;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the server print undecided pairs, in transactions that are rolled back. Where that cannot be done, as on a standby or
 * without the right to create temporary objects, they stay undecided.
 */
final class CloserLook {

    private CloserLook() {}

    static Map<Answers.Pair, Verdict> at(
            List<Undecided> undecided, Session session, Options options, Deadline deadline) {
        Map<Answers.Pair, Verdict> decided = new HashMap<>();
        for (int from = 0; from < undecided.size(); from += ScratchTwin.MOST_AT_ONCE) {
            int to = Math.min(undecided.size(), from + ScratchTwin.MOST_AT_ONCE);
            List<Undecided> some = undecided.subList(from, to);
            ScratchTwin.verdicts(some, printed(some, session, options, deadline))
                    .forEach((pair, verdict) -> decided.merge(pair, verdict,
                            (one, other) -> one == other ? one : Verdict.UNDECIDED));
        }
        return decided;
    }

    private static List<List<String>> printed(
            List<Undecided> some, Session session, Options options, Deadline deadline) {
        List<String> message = new ArrayList<>(Transaction.opening(options, deadline));
        message.addAll(ScratchTwin.statements(some));
        try {
            return session.query(message);
        } catch (SQLException e) {
            Log.LOGGER.debug("no closer look at what is undecided: {}", FailureText.of(e));
            return List.of();
        } finally {
            session.rollback();
        }
    }
}
