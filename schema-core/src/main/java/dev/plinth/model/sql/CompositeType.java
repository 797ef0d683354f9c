package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type: rows as values.
 *
 * @param objects the collations that it uses, each once, and its comments; empty in a {@link dev.plinth.model.Schema}, which
 *     holds them for all
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html">Composite Types</a>
 */
public record CompositeType(
        QualifiedName name,
        List<Attribute> attributes,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements UserType {

    /**
     * A field of the row.
     *
     * @param collation the COLLATE of its own; null for that of its type
     */
    public record Attribute(String name, ColumnType type, @Nullable QualifiedName collation) {}

    public CompositeType {
        attributes = List.copyOf(attributes);
        objects = List.copyOf(objects);
    }

    /** A composite type whose collations are known elsewhere. */
    public CompositeType(QualifiedName name, List<Attribute> attributes, @Nullable String description) {
        this(name, attributes, List.of(), description);
    }
}
