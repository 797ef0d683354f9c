package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of a database that is no table and belongs to none, or what is said of one. It comes into a schema with what
 * uses it, or by being listed.
 */
public sealed interface DatabaseObject extends SchemaObject
        permits Function, Aggregate, Sequence, Collation, UserType, UserOperator, Cast, Statistics,
        TextSearchDictionary, TextSearchConfiguration, NamedQuery, Supplement {

    /** The name, unique among the objects of its {@link ObjectName.Catalog}. */
    QualifiedName name();

    /** Documentation that stays in the model. */
    @Nullable
    String description();

    /**
     * Its comments, where they are not among the objects that it brings; none in a {@link dev.plinth.model.Schema}, which
     * holds them as objects of their own.
     */
    default List<Comment> comments() {
        return List.of();
    }
}
