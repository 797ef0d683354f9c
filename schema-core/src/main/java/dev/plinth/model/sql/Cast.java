package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cast from one type to another, of which there is one at most.
 *
 * @param function what converts a value, with the types of its arguments; null for the other methods
 * @see <a href="https://www.postgresql.org/docs/current/sql-createcast.html">CREATE CAST</a>
 */
public record Cast(
        ColumnType source,
        ColumnType target,
        Method method,
        @Nullable ObjectName function,
        Context context,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    public Cast {
        comments = List.copyOf(comments);
    }

    /** How a value is converted. */
    public enum Method {
        /** WITH FUNCTION. */
        FUNCTION,
        /** WITHOUT FUNCTION: both types have the same bytes. Only superusers can create it. */
        BINARY,
        /** WITH INOUT: through text. */
        INOUT
    }

    /** Where it is done without being asked for. */
    public enum Context {
        /** Only where a CAST is written. */
        EXPLICIT,
        /** In assignments too. */
        ASSIGNMENT,
        /** Everywhere. */
        IMPLICIT
    }

    /** It has no name; what is said here is where its types live. */
    @Override
    public QualifiedName name() {
        return Stream.of(target.createdName(), source.createdName())
                .flatMap(Optional::stream)
                .map(name -> name.sibling(""))
                .findFirst()
                .orElse(QualifiedName.of(""));
    }

    /** AS ASSIGNMENT: done without being asked for where a value is assigned to a column. */
    public Cast asAssignment() {
        return new Cast(source, target, method, function, Context.ASSIGNMENT, comments, description);
    }

    /** AS IMPLICIT: done everywhere without being asked for, which makes expressions ambiguous easily. */
    public Cast asImplicit() {
        return new Cast(source, target, method, function, Context.IMPLICIT, comments, description);
    }

    /** The same cast with a comment, which is stored in the database. */
    public Cast comment(String text) {
        return new Cast(
                source, target, method, function, context, List.of(new Comment(Target.of(this), text)), description);
    }

    /** The same cast with a description, which stays in the model. */
    public Cast describe(String text) {
        return new Cast(source, target, method, function, context, comments, text);
    }
}
