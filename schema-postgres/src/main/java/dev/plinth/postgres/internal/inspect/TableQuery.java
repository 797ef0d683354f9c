package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared tables that exist, with whatever makes them more than plain tables. */
final class TableQuery implements CatalogQuery {

    /** A table and the phrases for what the model does not say. */
    record Row(QualifiedName name, List<String> unmodelled) {}

    final Map<Long, Row> tables = new LinkedHashMap<>();

    @Override
    public String sql() {
        return """
                SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relrowsecurity,
                       c.relispartition, c.relhasrules, c.reloftype <> 0,
                       EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.oid = ANY (%s)"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        List<String> unmodelled = new ArrayList<>();
        addWhen(row.getString(4).equals("p"), "PARTITION BY", unmodelled);
        addWhen(row.getString(5).equals("u"), "UNLOGGED", unmodelled);
        addWhen(row.getString(5).equals("t"), "TEMPORARY", unmodelled);
        addWhen(row.getBoolean(6), "ROW LEVEL SECURITY", unmodelled);
        addWhen(row.getBoolean(7), "PARTITION OF", unmodelled);
        addWhen(row.getBoolean(8), "a rule", unmodelled);
        addWhen(row.getBoolean(9), "OF type", unmodelled);
        addWhen(row.getBoolean(10) && !row.getBoolean(7), "INHERITS", unmodelled);
        tables.put(row.getLong(1), new Row(new QualifiedName(row.getString(2), row.getString(3)), unmodelled));
    }

    private static void addWhen(boolean condition, String phrase, List<String> phrases) {
        if (condition) {
            phrases.add(phrase);
        }
    }
}
