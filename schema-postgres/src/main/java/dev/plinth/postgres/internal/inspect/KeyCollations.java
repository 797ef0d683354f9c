package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Whether a COLLATE stands behind the expressions of an index. The catalogs have the collation of a key and not that of its
 * expression; only the definition tells whether the two differ.
 */
final class KeyCollations {

    private final @Nullable String definition;
    private int read;

    /** @param definition null for an index without expressions */
    KeyCollations(@Nullable String definition) {
        this.definition = definition;
        this.read = definition == null ? 0 : definition.indexOf(" USING ");
    }

    /** The collation written behind the next expression; null where none is. To be called in the order of the keys. */
    @Nullable
    QualifiedName behind(String expression, IndexQuery.Row row, int place) {
        if (definition == null) {
            return null;
        }
        int found = definition.indexOf(expression, read);
        read = found < 0 ? read : found + expression.length();
        return found >= 0 && definition.startsWith(" COLLATE ", read) ? IndexAssembler.name(row, place) : null;
    }
}
