package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range type, which brings a multirange type.
 *
 * @param operatorClass the b-tree operator class that orders the subtype; null for its default one
 * @param collation of the subtype; null for its own
 * @param subtypeDiff the function that tells how far apart two values are; null for none
 * @param multirange the name of the multirange type: given, or PostgreSQL's own default name
 * @param objects the collation and the function that it uses, each once, and its comment; empty in a
 *     {@link dev.plinth.model.Schema}, which holds them for all
 * @see <a href="https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-DEFINING">Defining New Range Types</a>
 */
public record RangeType(
        QualifiedName name,
        ColumnType subtype,
        @Nullable QualifiedName operatorClass,
        @Nullable QualifiedName collation,
        @Nullable QualifiedName subtypeDiff,
        QualifiedName multirange,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements UserType {

    public RangeType {
        objects = List.copyOf(objects);
    }

    /** A range type of which all that it uses is known elsewhere. */
    public RangeType(
            QualifiedName name,
            ColumnType subtype,
            @Nullable QualifiedName operatorClass,
            @Nullable QualifiedName collation,
            @Nullable QualifiedName subtypeDiff,
            QualifiedName multirange,
            @Nullable String description) {
        this(name, subtype, operatorClass, collation, subtypeDiff, multirange, List.of(), description);
    }

    /** The type of sets of ranges; the range type itself has to be in the schema. */
    public Named multirangeType() {
        return new Named(multirange);
    }
}
