package dev.plinth.diff;

import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, as far as a schema speaks of it.
 *
 * @param roles the roles that exist, of those that the schema names
 * @param privileges on the objects that the schema grants something on
 * @param defaults the default privileges of its namespaces, one privilege and role each; those of the role that asks once more
 *     without a creator
 */
public record LiveAccess(Set<String> roles, List<Privilege> privileges, List<DefaultPrivileges> defaults) {

    /** Nothing that a schema speaks of. */
    public static final LiveAccess NONE = new LiveAccess(Set.of(), List.of(), List.of());

    public LiveAccess {
        roles = Set.copyOf(roles);
        privileges = List.copyOf(privileges);
        defaults = List.copyOf(defaults);
    }

    LiveAccess withRoles(Set<String> more) {
        Set<String> all = new HashSet<>(roles);
        all.addAll(more);
        return new LiveAccess(all, privileges, defaults);
    }

    /**
     * A privilege that a role has by its name; an object without any is there once with an empty name.
     *
     * @param column the column that it is on; empty for the whole object
     * @param role null for PUBLIC
     * @param name as PostgreSQL calls it
     * @param isOfOwner whether the role owns the object
     * @param isUsual whether PostgreSQL gives it of itself, as EXECUTE to PUBLIC on each function
     */
    public record Privilege(
            Target target, String column, @Nullable String role, String name, boolean grantable, boolean isOfOwner,
            boolean isUsual) {}
}
