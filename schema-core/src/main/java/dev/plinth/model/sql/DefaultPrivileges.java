package dev.plinth.model.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Privileges that roles are to have on objects that somebody creates in a namespace from then on.
 *
 * @param target the namespace
 * @param creator the role whose objects they are; null for the role that applies
 * @param objects TABLE, SEQUENCE, FUNCTION (procedures too) or TYPE
 * @param privileges in the order of {@link Privilege}
 * @param roles who gets them; empty for everybody, {@code PUBLIC}
 * @param grantable WITH GRANT OPTION
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
public record DefaultPrivileges(
        Target target,
        @Nullable String creator,
        Target.Kind objects,
        List<Privilege> privileges,
        List<String> roles,
        boolean grantable)
        implements Supplement {

    public DefaultPrivileges {
        privileges = privileges.stream().distinct().sorted().toList();
        roles = roles.stream().distinct().sorted().toList();
    }

    /** WITH GRANT OPTION: who gets the privileges may give them to others. */
    public DefaultPrivileges withGrantOption() {
        return new DefaultPrivileges(target, creator, objects, privileges, roles, true);
    }

    /** A part of it: what is missing. */
    public DefaultPrivileges part(List<Privilege> some, List<String> someRoles) {
        return new DefaultPrivileges(target, creator, objects, some, someRoles, grantable);
    }
}
