package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Source;
import org.jspecify.annotations.Nullable;

/** Where something comes from that is used by its name, of what the catalogs say. */
final class Sources {

    private Sources() {}

    /** @param extension the one that has it; null for none */
    static Source of(String namespace, @Nullable String extension) {
        if (extension != null) {
            return new Source.OfExtension(extension);
        }
        return namespace.equals("pg_catalog") ? Source.BUILT_IN : new Source.InNamespace(namespace);
    }
}
