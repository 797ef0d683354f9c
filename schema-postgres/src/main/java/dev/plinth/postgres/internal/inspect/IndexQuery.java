package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.StorageParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The indexes of the declared tables, those that constraints own included. */
final class IndexQuery implements CatalogQuery {

    /**
     * An index as the catalogs have it.
     *
     * @param columns attribute numbers of the keys and included columns; 0 stands for the next expression
     * @param options option bits of the keys: 1 is DESC, 2 is NULLS FIRST
     * @param collations collation oids of the keys, 0 where the type has none
     * @param collationNames the names of these; empty where there is none but the default one
     * @param classes operator class oids of the keys
     * @param classParameters parameters of the operator classes by the place of the key, beginning with 1
     * @param definition all of it, where it has expressions: nothing else says whether a COLLATE was written behind one
     */
    record Row(
            long oid,
            String name,
            IndexMethod method,
            boolean unique,
            boolean nullsNotDistinct,
            Live.State state,
            int keyCount,
            List<Integer> columns,
            List<Integer> options,
            List<Long> collations,
            List<QualifiedName> collationNames,
            List<Long> classes,
            Map<Integer, StorageParameters> classParameters,
            List<String> expressions,
            StorageParameters parameters,
            @Nullable String predicate,
            @Nullable String definition,
            Set<IndexMark> marks,
            List<String> unmodelled) {}

    private final int serverMajorVersion;
    final Map<Long, List<Row>> indexes = new HashMap<>();

    IndexQuery(int serverMajorVersion) {
        this.serverMajorVersion = serverMajorVersion;
    }

    /**
     * Collations other than the default one (oid 100), and parameters of operator classes, which b-tree, hash and GIN have
     * only in operator classes that are not built in, are looked up where there are any.
     */
    @Override
    public String sql() {
        return """
                SELECT i.indrelid, c.relname, m.amname,
                       CASE WHEN m.oid >= 16384 THEN %s END,
                       i.indisunique, %s, CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN 'v'
                            WHEN c.relispartition THEN 'p' END,
                       i.indnkeyatts, array_to_string(i.indkey::int2[], ','), array_to_string(i.indoption::int2[], ','),
                       array_to_string(i.indcollation::oid[], ','), array_to_string(i.indclass::oid[], ','),
                       CASE WHEN NOT i.indcollation::oid[] <@ '{0,100}' THEN ARRAY(
                           SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)
                             FROM unnest(i.indcollation::oid[]) WITH ORDINALITY AS key(number, place)
                             LEFT JOIN pg_collation o ON o.oid = key.number
                             LEFT JOIN pg_namespace n ON n.oid = o.collnamespace ORDER BY place) END,
                       CASE WHEN m.amname NOT IN ('btree', 'hash', 'gin') OR 16384 <= ANY (i.indclass::oid[]) THEN ARRAY(
                           SELECT a.attnum || ':' || o FROM pg_attribute a, unnest(a.attoptions) AS o
                            WHERE a.attrelid = i.indexrelid AND o NOT LIKE 'pg\\_attver=%%') END,
                       CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
                           SELECT pg_get_indexdef(i.indexrelid, place::integer, false)
                             FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS key(number, place)
                            WHERE number = 0 ORDER BY place) END,
                       c.reloptions, pg_get_expr(i.indpred, i.indrelid),
                       CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END,
                       CASE WHEN c.reltablespace <> 0 THEN (
                           SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace
                              AND s.spcname <> current_setting('default_tablespace')) END,
                       CASE WHEN i.indexprs IS NOT NULL THEN ARRAY(
                           SELECT 'SET STATISTICS ' || a.attstattarget || ' of key ' || a.attnum FROM pg_attribute a
                            WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0 ORDER BY a.attnum) END,
                       i.indexrelid, CASE WHEN i.indisclustered THEN 'c' END, CASE WHEN i.indisreplident THEN 'r' END
                  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
                 WHERE i.indrelid = ANY (%s)"""
                .formatted(
                        Membership.extensionOf("pg_am", "m.oid"),
                        serverMajorVersion >= 15 ? "i.indnullsnotdistinct" : "false", TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        indexes.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Row(
                        row.getLong(21),
                        row.getString(2),
                        new IndexMethod(row.getString(3), row.getString(4)),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        state(row.getString(7)),
                        row.getInt(8),
                        Texts.integers(row.getString(9)),
                        Texts.integers(row.getString(10)),
                        Texts.longs(row.getString(11)),
                        collations(Texts.strings(row, 13)),
                        Texts.longs(row.getString(12)),
                        classParameters(Texts.strings(row, 14)),
                        Texts.strings(row, 15),
                        parameters(Texts.strings(row, 16)),
                        row.getString(17),
                        row.getString(18),
                        marks(row),
                        unmodelled(row)));
    }

    /** The index of a partition may be a part of that of its table. */
    private static Live.State state(@Nullable String code) {
        return code == null
                ? Live.State.USABLE
                : code.equals("p") ? Live.State.INHERITED : Live.State.INVALID_INDEX;
    }

    private static Set<IndexMark> marks(ResultSet row) throws SQLException {
        Set<IndexMark> marks = EnumSet.noneOf(IndexMark.class);
        if (row.getString(22) != null) {
            marks.add(IndexMark.CLUSTER_ON);
        }
        if (row.getString(23) != null) {
            marks.add(IndexMark.REPLICA_IDENTITY);
        }
        return marks;
    }

    /** A null stands for a key without a collation. */
    private static List<QualifiedName> collations(List<String> names) {
        return names.stream()
                .map(name -> QualifiedName.read(String.valueOf(name)).orElse(new QualifiedName("", "")))
                .toList();
    }

    private static Map<Integer, StorageParameters> classParameters(List<String> options) {
        if (options.isEmpty()) {
            return Map.of();
        }
        Map<Integer, StorageParameters> parameters = new TreeMap<>();
        for (String option : options) {
            int colon = option.indexOf(':');
            parameters.merge(
                    Integer.valueOf(option.substring(0, colon)),
                    parameters(List.of(option.substring(colon + 1))),
                    (one, other) -> {
                        Map<String, String> both = new TreeMap<>(one.values());
                        both.putAll(other.values());
                        return StorageParameters.of(both);
                    });
        }
        return parameters;
    }

    private static StorageParameters parameters(List<String> options) {
        return options.isEmpty() ? StorageParameters.NONE : StorageParameters.of(options(options));
    }

    /** From {@code name=value}, as {@code reloptions} has them. */
    static Map<String, String> options(List<String> options) {
        Map<String, String> parameters = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            parameters.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return parameters;
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        if (row.getString(19) != null) {
            phrases.add("TABLESPACE " + row.getString(19));
        }
        phrases.addAll(Texts.strings(row, 20));
        return phrases;
    }
}
