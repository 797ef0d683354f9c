package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enumerated type.
 *
 * @param labels the values in their order; free text of at most 63 bytes, the empty string included
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>
 */
public record EnumType(
        QualifiedName name,
        List<String> labels,
        List<Comment> comments,
        @Nullable String description)
        implements UserType {

    public EnumType {
        labels = List.copyOf(labels);
        comments = List.copyOf(comments);
    }

    /** A type without comments. */
    public EnumType(
            QualifiedName name,
            List<String> labels,
            @Nullable String description) {
        this(name, labels, List.of(), description);
    }

    /** The same type with a description, which stays in the model. */
    public EnumType describe(String text) {
        return new EnumType(name, labels, comments, text);
    }

    /** The same type with a comment, which is stored in the database. */
    public EnumType comment(String text) {
        return new EnumType(name, labels, List.of(new Comment(Target.of(this), text)), description);
    }
}
