package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain: another type with a default and conditions.
 *
 * @param base any type, another domain, an array or a composite type included
 * @param collation the COLLATE of its own; null for that of the base type
 * @param checks conditions over {@code VALUE}
 * @param objects the collations that it uses, each once, and its comments; empty in a {@link dev.plinth.model.Schema}, which
 *     holds them for all
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdomain.html">CREATE DOMAIN</a>
 */
public record DomainType(
        QualifiedName name,
        ColumnType base,
        @Nullable QualifiedName collation,
        @Nullable Expression defaultValue,
        boolean nullable,
        List<Constraint.Check> checks,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements UserType {

    public DomainType {
        checks = List.copyOf(checks);
        objects = List.copyOf(objects);
    }

    /** A domain whose collation is known elsewhere. */
    public DomainType(
            QualifiedName name,
            ColumnType base,
            @Nullable QualifiedName collation,
            @Nullable Expression defaultValue,
            boolean nullable,
            List<Constraint.Check> checks,
            @Nullable String description) {
        this(name, base, collation, defaultValue, nullable, checks, List.of(), description);
    }

    /** The same with some of its checks. */
    public DomainType withChecks(List<Constraint.Check> some) {
        return new DomainType(name, base, collation, defaultValue, nullable, some, objects, description);
    }
}
