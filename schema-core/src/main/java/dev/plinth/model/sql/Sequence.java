package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of its own. That of a serial or identity column belongs to the column instead.
 *
 * @param owner the column with which it goes; null for a free one
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions options,
        @Nullable Owner owner,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    public Sequence {
        comments = List.copyOf(comments);
    }

    /** A sequence without comments. */
    public Sequence(
            QualifiedName name,
            SequenceOptions options,
            @Nullable Owner owner,
            @Nullable String description) {
        this(name, options, owner, List.of(), description);
    }

    /** The column that owns a sequence. */
    public record Owner(QualifiedName table, String column) {}
}
