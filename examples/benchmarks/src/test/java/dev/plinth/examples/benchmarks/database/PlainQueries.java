package dev.plinth.examples.benchmarks.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The least that fetches what has to be compared: tables, columns with defaults, constraints, indexes, triggers and
 * functions of some namespaces, in one message, read to the end and forgotten.
 */
public final class PlainQueries {

    private static final String TABLES = " JOIN pg_class c ON c.oid = %s JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ANY (%s) AND c.relkind = 'r'";

    private static final List<String> QUERIES = List.of(
            "SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ANY (%s) AND c.relkind = 'r'",
            "SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
                    + " pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                    + TABLES.formatted("a.attrelid", "%s") + " AND a.attnum > 0 AND NOT a.attisdropped",
            "SELECT k.conrelid, k.conname, k.contype, k.conkey, k.confrelid, k.confkey, k.confupdtype, k.confdeltype,"
                    + " pg_get_expr(k.conbin, k.conrelid) FROM pg_constraint k" + TABLES.formatted("k.conrelid", "%s"),
            "SELECT i.indrelid, x.relname, m.amname, i.indisunique, i.indisvalid, i.indkey, i.indoption,"
                    + " pg_get_expr(i.indpred, i.indrelid), pg_get_expr(i.indexprs, i.indrelid) FROM pg_index i"
                    + " JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam"
                    + TABLES.formatted("i.indrelid", "%s"),
            "SELECT t.tgrelid, t.tgname, t.tgtype, t.tgenabled, t.tgfoid FROM pg_trigger t"
                    + TABLES.formatted("t.tgrelid", "%s") + " AND NOT t.tgisinternal",
            "SELECT n.nspname, p.proname, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                    + " WHERE n.nspname = ANY (%s)");

    private final String message;

    public PlainQueries(List<String> namespaces) {
        String names = namespaces.stream().collect(Collectors.joining(",", "'{", "}'::name[]"));
        this.message = QUERIES.stream().map(query -> query.formatted(names)).collect(Collectors.joining(";\n"));
    }

    /** How many rows there are. */
    public long read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            long count = 0;
            boolean rows = statement.execute(message);
            while (rows) {
                count += read(statement);
                rows = statement.getMoreResults();
            }
            return count;
        }
    }

    private static long read(Statement statement) throws SQLException {
        long count = 0;
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    result.getString(column);
                }
                count++;
            }
        }
        return count;
    }
}
