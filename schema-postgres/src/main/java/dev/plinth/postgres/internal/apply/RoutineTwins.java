package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.ArgumentDefaults;
import dev.plinth.diff.RoutineBodies;
import dev.plinth.postgres.internal.compare.Undecided;
import dev.plinth.postgres.internal.inspect.Inspection;
import java.sql.SQLException;
import java.util.List;

/** A closer look at what routines have that no planner compares: bodies in SQL, and defaults of arguments. */
final class RoutineTwins {

    private RoutineTwins() {}

    /** Whether there is anything to look at. */
    static boolean isOpen(Job job, Inspection inspection) {
        return !RoutineBodies.open(job.schema(), inspection.live()).isEmpty()
                || !defaults(job, inspection).isEmpty();
    }

    /** The inspection, with answers about what is still open. */
    static Inspection ask(Session session, Job job, Inspection inspection) throws SQLException {
        Inspection withBodies = BodyTwins.ask(session, job, inspection);
        List<Undecided> open = defaults(job, withBodies);
        return open.isEmpty()
                ? withBodies
                : withBodies.withDecided(CloserLook.at(open, session, job.options(), job.deadline()));
    }

    private static List<Undecided> defaults(Job job, Inspection inspection) {
        return ArgumentDefaults.open(job.schema(), inspection.live()).stream()
                .flatMap(open -> Undecided.ofArgument(open).stream())
                .toList();
    }
}
