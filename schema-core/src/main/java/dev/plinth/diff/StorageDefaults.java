package dev.plinth.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a session stores a table that does not say it. Somebody who administers the server may have set them for the
 * database or the role, so that is where such a table belongs, and no difference.
 *
 * @param tablespace {@code default_tablespace}; empty for that of the database
 * @param accessMethod {@code default_table_access_method}
 */
public record StorageDefaults(String tablespace, String accessMethod) {

    /** Those that PostgreSQL comes with. */
    public static final StorageDefaults NONE = new StorageDefaults("", "heap");

    /** The live tablespace as what is declared is compared with it, empty for that of the database. */
    String tablespace(@Nullable String wanted, @Nullable String existing) {
        return wanted == null && tablespace.equals(existing) ? "" : Objects.requireNonNullElse(existing, "");
    }

    /** The live access method as what is declared is compared with it. */
    String accessMethod(@Nullable String wanted, @Nullable String existing) {
        return wanted == null && accessMethod.equals(existing)
                ? NONE.accessMethod
                : Objects.requireNonNullElse(existing, NONE.accessMethod);
    }
}
