package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collation of the schema; those that PostgreSQL comes with are named, not declared.
 *
 * @param locale the LOCALE, or the LC_COLLATE where {@code ctype} differs
 * @param ctype the LC_CTYPE of the C library; null where it is the same as the locale
 * @param deterministic whether only texts of the same bytes are equal
 * @param rules additional rules of ICU (PostgreSQL 16), in its own syntax; null for none
 * @see <a href="https://www.postgresql.org/docs/current/sql-createcollation.html">CREATE COLLATION</a>
 */
public record Collation(
        QualifiedName name,
        Provider provider,
        String locale,
        @Nullable String ctype,
        boolean deterministic,
        @Nullable String rules,
        List<Comment> comments,
        @Nullable String description)
        implements DatabaseObject {

    public Collation {
        comments = List.copyOf(comments);
    }

    /** A collation without comments. */
    public Collation(
            QualifiedName name,
            Provider provider,
            String locale,
            @Nullable String ctype,
            boolean deterministic,
            @Nullable String rules,
            @Nullable String description) {
        this(name, provider, locale, ctype, deterministic, rules, List.of(), description);
    }

    /** Who compares. */
    public enum Provider {
        LIBC,
        ICU,
        /** PostgreSQL itself, from 17 on. */
        BUILTIN
    }
}
