package dev.plinth.model.sql;

import java.util.List;

/**
 * Row level security of a table. Policies may be there before it is enabled, and have no effect then; enabled without policies
 * nobody but the owner sees a row.
 *
 * @param forced whether the owner is subject to the policies too
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
public record RowSecurity(boolean enabled, boolean forced, List<Policy> policies) {

    /** Everybody who may read the table sees all of its rows. */
    public static final RowSecurity NONE = new RowSecurity(false, false, List.of());

    public RowSecurity {
        policies = List.copyOf(policies);
    }
}
