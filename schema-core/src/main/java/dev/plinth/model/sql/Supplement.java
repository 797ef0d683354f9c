package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Something that is said of an object and is none itself. It is created after the object, and goes with it. */
public sealed interface Supplement extends DatabaseObject permits Comment, Grant, DefaultPrivileges {

    /** What it is said of. */
    Target target();

    /** The name of the target; a supplement has none of its own. */
    @Override
    default QualifiedName name() {
        return target().name();
    }

    @Override
    default @Nullable String description() {
        return null;
    }
}
