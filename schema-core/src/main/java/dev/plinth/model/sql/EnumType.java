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
public record EnumType(QualifiedName name, List<String> labels, @Nullable String description) implements UserType {

    public EnumType {
        labels = List.copyOf(labels);
    }

    /** The same type with a description, which stays in the model. */
    public EnumType describe(String text) {
        return new EnumType(name, labels, text);
    }
}
