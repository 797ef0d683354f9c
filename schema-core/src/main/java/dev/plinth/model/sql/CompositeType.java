package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type: rows as values.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rowtypes.html">Composite Types</a>
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes, @Nullable String description)
        implements UserType {

    /**
     * A field of the row.
     *
     * @param collation the COLLATE of its own; null for that of its type
     */
    public record Attribute(String name, ColumnType type, @Nullable QualifiedName collation) {}

    public CompositeType {
        attributes = List.copyOf(attributes);
    }
}
