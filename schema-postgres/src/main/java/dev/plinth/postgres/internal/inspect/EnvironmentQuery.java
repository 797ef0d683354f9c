package dev.plinth.postgres.internal.inspect;

import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Namespaces and extensions, in one result: a kind, a name, and the namespace of an installed extension. */
final class EnvironmentQuery implements CatalogQuery {

    private final List<String> namespaceNames;
    private final List<String> extensionNames;

    final Set<String> namespaces = new HashSet<>();
    final Map<String, String> installedExtensions = new LinkedHashMap<>();
    final Set<String> availableExtensions = new HashSet<>();
    String database = "";
    long lockTableSize;

    EnvironmentQuery(Scope scope) {
        this.namespaceNames = scope.namespaces();
        this.extensionNames = scope.extensions();
    }

    /** pg_available_extensions reads a directory, so only the extensions that are not installed are looked up there. */
    @Override
    public String sql() {
        return """
                SELECT 'database', current_database(), (current_setting('max_locks_per_transaction')::bigint * (
                    current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint))::text
                UNION ALL
                SELECT 'namespace', nspname, NULL FROM pg_namespace WHERE nspname = ANY (%s)
                UNION ALL
                SELECT 'installed', e.extname, n.nspname
                  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = ANY (%s)
                UNION ALL
                SELECT 'available', d.name, NULL
                  FROM unnest(%2$s) AS d(name)
                 WHERE CASE WHEN EXISTS (SELECT FROM pg_extension e WHERE e.extname = d.name) THEN false
                            ELSE EXISTS (SELECT FROM pg_available_extensions a WHERE a.name = d.name) END"""
                .formatted(ArrayLiterals.names(namespaceNames), ArrayLiterals.names(extensionNames));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String name = row.getString(2);
        switch (row.getString(1)) {
            case "database" -> {
                database = name;
                lockTableSize = row.getLong(3);
            }
            case "namespace" -> namespaces.add(name);
            case "installed" -> installedExtensions.put(name, row.getString(3));
            case "available" -> availableExtensions.add(name);
            default -> throw new SQLException("unexpected row " + row.getString(1));
        }
    }
}
