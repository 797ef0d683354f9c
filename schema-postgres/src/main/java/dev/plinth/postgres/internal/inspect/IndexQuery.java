package dev.plinth.postgres.internal.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The indexes of the declared tables that no constraint owns. */
final class IndexQuery implements CatalogQuery {

    /**
     * An index as the catalogs have it.
     *
     * @param columns attribute numbers of the keys and included columns; 0 stands for the next expression
     * @param options option bits of the keys: 1 is DESC, 2 is NULLS FIRST
     * @param collations collation oids of the keys
     */
    record Row(
            String name,
            String method,
            boolean unique,
            boolean usable,
            int keyCount,
            List<Integer> columns,
            List<Integer> options,
            List<Long> collations,
            List<String> expressions,
            @Nullable String predicate,
            List<String> unmodelled) {}

    private static final Pattern COLLATE = Pattern.compile("\\bCOLLATE\\b");

    private final int serverMajorVersion;
    final Map<Long, List<Row>> indexes = new HashMap<>();

    IndexQuery(int serverMajorVersion) {
        this.serverMajorVersion = serverMajorVersion;
    }

    @Override
    public String sql() {
        return """
                SELECT i.indrelid, c.relname, m.amname, i.indisunique, i.indisvalid AND i.indisready AND i.indislive,
                       i.indnkeyatts, array_to_string(i.indkey::int2[], ','), array_to_string(i.indoption::int2[], ','),
                       array_to_string(i.indcollation::oid[], ','),
                       CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
                           SELECT pg_get_indexdef(i.indexrelid, place::integer, false)
                             FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS key(number, place)
                            WHERE number = 0 ORDER BY place) END,
                       pg_get_expr(i.indpred, i.indrelid),
                       CASE WHEN i.indclass::oid[] && (SELECT array_agg(oid) FROM pg_opclass WHERE NOT opcdefault) THEN ARRAY(
                           SELECT o.opcname::text FROM unnest(i.indclass::oid[]) WITH ORDINALITY AS key(class, place)
                             JOIN pg_opclass o ON o.oid = key.class WHERE NOT o.opcdefault ORDER BY place) END,
                       array_to_string(c.reloptions, ', '), %s,
                       CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END,
                       (SELECT string_agg(o, ', ') FROM pg_attribute a, unnest(a.attoptions) AS o
                         WHERE a.attrelid = i.indexrelid AND o NOT LIKE 'pg\\_attver=%%')
                  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
                 WHERE i.indrelid = ANY (%s)
                   AND NOT EXISTS (SELECT FROM pg_constraint k
                                    WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid
                                      AND k.contype IN ('p', 'u', 'x'))
                 ORDER BY i.indrelid, c.relname"""
                .formatted(serverMajorVersion >= 15 ? "i.indnullsnotdistinct" : "false", TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        indexes.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Row(
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getInt(6),
                        Texts.integers(row.getString(7)),
                        Texts.integers(row.getString(8)),
                        Texts.longs(row.getString(9)),
                        Texts.strings(row, 10),
                        row.getString(11),
                        unmodelled(row)));
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        for (String operatorClass : Texts.strings(row, 12)) {
            phrases.add("operator class " + operatorClass);
        }
        String storage = row.getString(13);
        if (storage != null && !storage.isEmpty()) {
            phrases.add("WITH (" + storage + ")");
        }
        if (row.getBoolean(14)) {
            phrases.add("NULLS NOT DISTINCT");
        }
        if (collates(row.getString(15))
                > collates(String.join(" ", Texts.strings(row, 10)) + " " + row.getString(11))) {
            phrases.add("COLLATE of its own on an expression");
        }
        if (row.getString(16) != null) {
            phrases.add("operator class parameters (" + row.getString(16) + ")");
        }
        return phrases;
    }

    /** How often a text says COLLATE: an expression says its own, the definition also that of the key. */
    private static long collates(@Nullable String text) {
        return text == null ? 0 : COLLATE.matcher(text).results().count();
    }
}
