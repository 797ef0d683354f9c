package dev.plinth.model.sql;

import java.util.List;

/**
 * Privileges that roles are to have on an object.
 *
 * @param privileges in the order of {@link Privilege}
 * @param columns the columns of a table that they are on; empty for the whole of it
 * @param roles who gets them; empty for everybody, {@code PUBLIC}
 * @param grantable WITH GRANT OPTION: who gets them may give them
 * @param exclusive whether a privilege on the object that no grant of the schema gives is a difference
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
public record Grant(
        Target target,
        List<Privilege> privileges,
        List<String> columns,
        List<String> roles,
        boolean grantable,
        boolean exclusive)
        implements Supplement {

    public Grant {
        privileges = privileges.stream().distinct().sorted().toList();
        columns = columns.stream().distinct().sorted().toList();
        roles = roles.stream().distinct().sorted().toList();
    }

    /** WITH GRANT OPTION: who gets the privileges may give them to others. */
    public Grant withGrantOption() {
        return new Grant(target, privileges, columns, roles, true, exclusive);
    }

    /** The same; a privilege on the object that no grant of the schema gives is a difference. The owner's are none. */
    public Grant exclusively() {
        return new Grant(target, privileges, columns, roles, grantable, true);
    }

    /** A part of it: what is missing. */
    public Grant part(List<Privilege> some, List<String> someColumns, List<String> someRoles) {
        return new Grant(target, some, someColumns, someRoles, grantable, false);
    }
}
