package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.RoutineBodies;
import dev.plinth.diff.Verdict;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.inspect.LiveBodies;
import dev.plinth.postgres.internal.render.RenderContext;
import dev.plinth.postgres.internal.render.RenderMode;
import dev.plinth.postgres.internal.render.SqlRenderer;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks the server how it prints a body in SQL, where the words alone do not tell whether two are the same: each of them is
 * given to a temporary function, in a transaction that is rolled back. Whoever may not make one gets no answer.
 */
final class BodyTwins {

    private static final String SAVEPOINT = "SAVEPOINT plinth_twin";
    private static final String ROLLBACK = "ROLLBACK TO SAVEPOINT plinth_twin";

    private final Session session;
    private final SqlRenderer renderer;
    private final Map<ObjectName, Function> declared = new HashMap<>();

    private BodyTwins(Session session, Schema schema, Inspection inspection) {
        this.session = session;
        this.renderer = new SqlRenderer(new RenderContext(inspection.extensionNamespaces(), false));
        schema.functions().forEach(function -> declared.put(ObjectName.of(function), function));
    }

    /** The inspection, with answers about the bodies that are still open. */
    static Inspection ask(Session session, Job job, Inspection inspection) throws SQLException {
        List<Answers.Bodies> open = RoutineBodies.open(job.schema(), inspection.live());
        if (open.isEmpty()) {
            return inspection;
        }
        Map<Answers.Bodies, Verdict> answers = new HashMap<>();
        session.execute(new ArrayList<>(Transaction.opening(job.options(), job.deadline())));
        try {
            BodyTwins twins = new BodyTwins(session, job.schema(), inspection);
            for (Answers.Bodies question : open) {
                if (job.deadline().isOver()) {
                    break;
                }
                twins.verdict(question).ifPresent(verdict -> answers.put(question, verdict));
            }
        } finally {
            session.rollback();
        }
        return inspection.withAnswers(inspection.answers().withBodies(answers));
    }

    private Optional<Verdict> verdict(Answers.Bodies question) throws SQLException {
        Optional<RoutineBody> ours = printed(question.function(), question.declared());
        Optional<RoutineBody> theirs = printed(question.function(), question.live());
        return ours.isEmpty() || theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(ours.equals(theirs) ? Verdict.EQUAL : Verdict.DIFFERENT);
    }

    private Optional<RoutineBody> printed(ObjectName name, RoutineBody body) throws SQLException {
        Function original = Objects.requireNonNull(declared.get(name));
        QualifiedName temporary = new QualifiedName("pg_temp", name.name().name());
        Function twin = new Function(
                temporary, original.arguments(), original.result(), original.language(), body, original.options(),
                List.of(), null);
        List<String> message = new ArrayList<>(List.of(SAVEPOINT));
        message.addAll(renderer.statements(new CreateObject(twin), RenderMode.PLAIN));
        message.add("SELECT pg_get_function_sqlbody(oid) FROM pg_proc WHERE proname = "
                + SqlText.literal(temporary.name())
                + " AND pronamespace = pg_my_temp_schema()");
        try {
            List<List<String>> rows = session.query(message);
            return Optional.of(LiveBodies.read("", null, rows.getFirst().getFirst()));
        } catch (SQLException e) {
            if (ServerError.of(e) == ServerError.CONNECTION_LOST) {
                throw e;
            }
            return Optional.empty();
        } finally {
            session.execute(ROLLBACK);
        }
    }
}
