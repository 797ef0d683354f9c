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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The declared views and materialized views that exist, as they were found among the tables. The server opens the tables
 * of a query to print it, so this waits for a lock that keeps readers out of one.
 */
final class ViewQuery extends ObjectQuery {

    private static final Set<String> TRUE = Set.of("true", "on", "yes", "1");
    private static final Pattern END = Pattern.compile(";?\\s*\\z");

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
                       ARRAY(SELECT 'SET DEFAULT ' || pg_get_expr(f.adbin, f.adrelid) || ' of ' || a.attname
                               FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
                              WHERE f.adrelid = c.oid ORDER BY f.adnum)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.oid = ANY (%s) AND c.relkind IN ('v', 'm')
                 ORDER BY 1, 2"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
        String query = END.matcher(row.getString(4)).replaceFirst("").strip();
        List<String> columns = Texts.strings(row, 6);
        Map<String, String> options = options(Texts.strings(row, 5));
        NamedQuery view = row.getBoolean(3)
                ? new MaterializedView(
                        name, columns, query, StorageParameters.of(options), List.of(), List.of(), null)
                : new View(
                        name, columns, query, options(options), List.of(), List.of(), List.of(), List.of(), null);
        views.put(name, new Live<>(view, Live.State.USABLE, unmodelled(row)));
    }

    /** From {@code name=value}. */
    private static Map<String, String> options(List<String> texts) {
        Map<String, String> options = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            options.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return options;
    }

    private static View.Options options(Map<String, String> options) {
        return new View.Options(
                TRUE.contains(options.getOrDefault("security_barrier", "").toLowerCase(Locale.ROOT)),
                TRUE.contains(options.getOrDefault("security_invoker", "").toLowerCase(Locale.ROOT)),
                CheckOption.valueOf(
                        options.getOrDefault("check_option", CheckOption.NONE.name()).toUpperCase(Locale.ROOT)));
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        if (row.getString(7) != null) {
            phrases.add("TABLESPACE " + row.getString(7));
        }
        if (row.getString(8) != null && !row.getString(8).equals("heap")) {
            phrases.add("USING " + row.getString(8));
        }
        phrases.addAll(Texts.strings(row, 9));
        return phrases;
    }
}
