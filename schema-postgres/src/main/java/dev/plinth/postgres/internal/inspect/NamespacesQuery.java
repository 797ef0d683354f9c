package dev.plinth.postgres.internal.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The namespaces of a database, without those of PostgreSQL itself and of extensions. */
public final class NamespacesQuery {

    private static final String SQL = """
            SELECT n.nspname
              FROM pg_catalog.pg_namespace n
             WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
               AND NOT EXISTS (
                       SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                          AND d.objid = n.oid AND d.deptype = 'e')
             ORDER BY 1""";

    private NamespacesQuery() {}

    /** Their names, sorted. */
    public static List<String> read(Connection connection) throws SQLException {
        List<String> namespaces = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                namespaces.add(rows.getString(1));
            }
        }
        return namespaces;
    }
}
