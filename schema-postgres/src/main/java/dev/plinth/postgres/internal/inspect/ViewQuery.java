package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.View;
import dev.plinth.model.sql.View.CheckOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The declared views and materialized views that exist, as they were found among the tables. The server opens the tables
 * of a query to print it, so this waits for a lock that keeps readers out of one.
 */
final class ViewQuery extends ObjectQuery {

    private static final Pattern END = Pattern.compile(";?\\s*\\z");

    /** What ALTER MATERIALIZED VIEW can say of columns and indexes, and CREATE cannot. */
    private static final String OF_ROWS = """
            SELECT array_agg(m.fact ORDER BY m.kind, m.number, m.fact) FROM (
                SELECT 1, a.attnum, 'SET STATISTICS ' || a.attstattarget || ' of ' || a.attname
                  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attstattarget >= 0
                UNION ALL SELECT 1, a.attnum, 'SET (' || array_to_string(a.attoptions, ', ') || ') of ' || a.attname
                  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attoptions IS NOT NULL
                UNION ALL SELECT 1, a.attnum, 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN'
                           WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END || ' of ' || a.attname
                  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attstorage <> t.typstorage
                UNION ALL SELECT 1, a.attnum, 'SET COMPRESSION ' || CASE a.attcompression WHEN 'p' THEN 'pglz'
                           ELSE 'lz4' END || ' of ' || a.attname
                  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attcompression <> ''
                UNION ALL SELECT 2, 0, 'CLUSTER ON ' || x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                 WHERE i.indrelid = c.oid AND i.indisclustered
                UNION ALL SELECT 3, 0, 'REPLICA IDENTITY ' || CASE c.relreplident WHEN 'f' THEN 'FULL'
                           WHEN 'n' THEN 'NOTHING' ELSE 'USING INDEX' END
                 WHERE c.relreplident <> 'd'
            ) AS m(kind, number, fact)""";

    private final Map<QualifiedName, Live<NamedQuery>> views = new LinkedHashMap<>();

    ViewQuery(Scope scope) {
        super(scope.named(NamedQuery.class));
    }

    /** The live ones by their names. */
    Map<QualifiedName, NamedQuery> byName() {
        Map<QualifiedName, NamedQuery> byName = new LinkedHashMap<>();
        views.forEach((name, view) -> byName.put(name, view.object()));
        return byName;
    }

    @Override
    List<Live<NamedQuery>> objects() {
        return List.copyOf(views.values());
    }

    @Override
    public String sql() {
        return """
                SELECT n.nspname, c.relname, c.relkind = 'm', pg_get_viewdef(c.oid), c.reloptions,
                       ARRAY(SELECT a.attname::text FROM pg_attribute a
                              WHERE a.attrelid = c.oid AND a.attnum > 0 ORDER BY a.attnum),
                       (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace),
                       (SELECT m.amname FROM pg_am m WHERE m.oid = c.relam),
                       CASE c.relkind WHEN 'm' THEN (%s) END,
                       c.relispopulated, (SELECT o.reloptions FROM pg_class o WHERE o.oid = c.reltoastrelid)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.oid = ANY (%s) AND c.relkind IN ('v', 'm')
                 ORDER BY 1, 2"""
                .formatted(OF_ROWS, TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        String query = END.matcher(row.getString(4)).replaceFirst("").strip();
        List<String> columns = Texts.strings(row, 6);
        Map<String, String> options = IndexQuery.options(Texts.strings(row, 5));
        IndexQuery.options(Texts.strings(row, 11)).forEach((option, value) -> options.put("toast." + option, value));
        StorageParameters parameters = StorageParameters.of(options);
        NamedQuery view = row.getBoolean(3)
                ? new MaterializedView(
                        name, columns, query, options(row, parameters), List.of(), List.of(), null)
                : new View(
                        name, columns, query, options(parameters), List.of(), List.of(), List.of(), List.of(),
                        List.of(),
                        null);
        views.put(name, new Live<>(view, Live.State.USABLE, Texts.strings(row, 9)));
    }

    private static View.Options options(StorageParameters parameters) {
        Map<String, String> options = parameters.values();
        return new View.Options(
                "true".equals(options.get("security_barrier")),
                "true".equals(options.get("security_invoker")),
                CheckOption.valueOf(
                        options.getOrDefault("check_option", CheckOption.NONE.name()).toUpperCase(Locale.ROOT)));
    }

    private static MaterializedView.Options options(ResultSet row, StorageParameters parameters) throws SQLException {
        return new MaterializedView.Options(
                parameters, row.getString(8), row.getString(7), row.getBoolean(10));
    }
}
