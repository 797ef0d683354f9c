package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.StorageDefaults;
import dev.plinth.model.sql.Extension;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces and extensions, in one result: a kind, a name, and the namespace, version and comment of an installed extension; of the
 * database what its session stores tables by.
 */
final class EnvironmentQuery implements CatalogQuery {

    private final List<String> namespaceNames;
    private final List<Extension> declared;
    private final boolean every;

    final Set<String> namespaces = new HashSet<>();
    final List<Extension> installedExtensions = new ArrayList<>();
    final Map<String, Set<String>> availableExtensions = new HashMap<>();
    String database = "";
    long lockTableSize;
    StorageDefaults storage = StorageDefaults.NONE;

    EnvironmentQuery(Scope scope) {
        this.namespaceNames = scope.allNamespaces();
        this.declared = scope.schema().extensions();
        this.every = scope.isEverything();
    }

    /** pg_available_extensions reads a directory, so only the extensions that are not installed are looked up there. */
    @Override
    public String sql() {
        return """
                SELECT 'database', current_database(), current_setting('default_tablespace'), (current_setting('max_locks_per_transaction')::bigint * (
                    current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint))::text,
                    current_setting('default_table_access_method')
                UNION ALL
                SELECT 'namespace', nspname, NULL, NULL, NULL FROM pg_namespace WHERE nspname = ANY (%s)
                UNION ALL
                SELECT 'installed', e.extname, n.nspname, e.extversion, %s
                  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                 WHERE e.extname = ANY (%s) OR %s
                UNION ALL
                SELECT 'available', d.name, NULL, %s, NULL
                  FROM unnest(%3$s) AS d(name)
                 WHERE CASE WHEN EXISTS (SELECT FROM pg_extension e WHERE e.extname = d.name) THEN false
                            ELSE EXISTS (SELECT FROM pg_available_extensions a WHERE a.name = d.name) END"""
                .formatted(
                        ArrayLiterals.names(namespaceNames),
                        comment(),
                        ArrayLiterals.names(declared.stream().map(Extension::name).toList()),
                        every ? "e.extname <> 'plpgsql'" : "false",
                        versions());
    }

    /** Where what extensions bring is: where they are, else where they are declared to be. */
    Map<String, String> extensionNamespaces() {
        Map<String, String> namespaces = new HashMap<>();
        for (Extension extension : declared) {
            put(namespaces, extension);
        }
        for (Extension extension : installedExtensions) {
            put(namespaces, extension);
        }
        return namespaces;
    }

    private static void put(Map<String, String> namespaces, Extension extension) {
        if (extension.namespace() != null) {
            namespaces.put(extension.name(), extension.namespace());
        }
    }

    /** The versions that the server has, where one is declared: it reads the files of all extensions for them. */
    private String versions() {
        List<String> versioned =
                declared.stream().filter(it -> it.version() != null).map(Extension::name).toList();
        return versioned.isEmpty()
                ? "NULL"
                : "CASE WHEN d.name = ANY (" + ArrayLiterals.names(versioned)
                        + ") THEN (SELECT string_agg(v.version, ' ')"
                        + " FROM pg_available_extension_versions v WHERE v.name = d.name) END";
    }

    /** Where one is declared; where everything is wanted those that are others than the extensions came with. */
    private String comment() {
        String comment = "obj_description(e.oid, 'pg_extension')";
        if (every) {
            return "nullif(" + comment
                    + ", (SELECT a.comment FROM pg_available_extensions a WHERE a.name = e.extname))";
        }
        return declared.stream().allMatch(it -> it.comment() == null) ? "NULL" : comment;
    }

    private static Set<String> versions(@Nullable String text) {
        return text == null ? Set.of() : Set.of(text.split(" "));
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String name = row.getString(2);
        switch (row.getString(1)) {
            case "database" -> {
                database = name;
                lockTableSize = row.getLong(4);
                storage = new StorageDefaults(row.getString(3), row.getString(5));
            }
            case "namespace" -> namespaces.add(name);
            case "installed" ->
                installedExtensions.add(new Extension(name, row.getString(3), row.getString(4), row.getString(5)));
            case "available" -> availableExtensions.put(name, versions(row.getString(4)));
            default -> throw new SQLException("unexpected row " + row.getString(1));
        }
    }
}
