package dev.plinth.postgres.internal.inspect;

import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The roles that exist, of those that the schema names. */
final class RoleQuery implements CatalogQuery {

    private final List<String> named;
    final Set<String> roles = new HashSet<>();

    RoleQuery(Scope scope) {
        this.named = scope.roles();
    }

    @Override
    public boolean isWanted() {
        return !named.isEmpty();
    }

    @Override
    public String sql() {
        return "SELECT rolname FROM pg_roles WHERE rolname = ANY (" + ArrayLiterals.names(named) + ")";
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        roles.add(row.getString(1));
    }
}
