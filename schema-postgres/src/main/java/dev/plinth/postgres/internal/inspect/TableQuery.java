package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.TableOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The declared tables and views that exist, with whatever makes them more than plain ones. */
final class TableQuery implements CatalogQuery {

    /** That there are rules, where nobody asked which. */
    static final String RULES = "a rule";

    /**
     * A table or a view as the catalogs have it.
     *
     * @param kind the letter of {@code pg_class.relkind}
     * @param options without the keys of a partitioned table, which speak of its columns in numbers
     * @param keys those of a partitioned table
     * @param rowSecurity whether row level security is enabled
     * @param rowSecurityForced whether it is so for the owner
     * @param hasToast whether it has a TOAST table
     * @param unmodelled the phrases for what the model does not say
     */
    record Row(
            QualifiedName name,
            String kind,
            TableOptions options,
            @Nullable PartitionKeys keys,
            boolean rowSecurity,
            boolean rowSecurityForced,
            boolean hasToast,
            List<String> unmodelled) {

        /** Whether it is a table, and no view. */
        boolean isTable() {
            return kind.equals("r") || kind.equals("p");
        }
    }

    final Map<Long, Row> tables = new LinkedHashMap<>();

    /** Oid 2 is the access method {@code heap}. Most tables have nothing of what stands in a CASE. */
    @Override
    public String sql() {
        return """
                SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relrowsecurity,
                       c.relispartition, c.relhasrules, c.reloftype <> 0,
                       CASE WHEN EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid) THEN ARRAY(
                           SELECT quote_ident(pn.nspname) || '.' || quote_ident(p.relname)
                             FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                             JOIN pg_namespace pn ON pn.oid = p.relnamespace
                            WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) END,
                       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END,
                       CASE WHEN c.relkind = 'p' THEN (
                           SELECT ARRAY[p.partstrat::text, array_to_string(p.partattrs::int2[], ','),
                                        array_to_string(p.partclass::oid[], ','), pg_get_expr(p.partexprs, p.partrelid)]
                               || ARRAY(SELECT CASE WHEN key.coll NOT IN (0, 100) AND key.coll IS DISTINCT FROM
                                                       (SELECT a.attcollation FROM pg_attribute a
                                                         WHERE a.attrelid = p.partrelid AND a.attnum = key.number) THEN (
                                               SELECT quote_ident(cn.nspname) || '.' || quote_ident(o.collname)
                                                 FROM pg_collation o JOIN pg_namespace cn ON cn.oid = o.collnamespace
                                                WHERE o.oid = key.coll) END
                                          FROM unnest(p.partattrs::int2[], p.partcollation::oid[])
                                               WITH ORDINALITY AS key(number, coll, place) ORDER BY key.place)
                             FROM pg_partitioned_table p WHERE p.partrelid = c.oid) END,
                       CASE WHEN c.relam NOT IN (0, 2) THEN (SELECT m.amname FROM pg_am m WHERE m.oid = c.relam) END,
                       c.reloptions, o.reloptions, CASE WHEN c.reltablespace <> 0 THEN (
                           SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) END,
                       c.relreplident, c.relforcerowsecurity, c.reltoastrelid <> 0
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  LEFT JOIN pg_class o ON o.oid = c.reltoastrelid AND o.reloptions IS NOT NULL
                 WHERE c.oid = ANY (%s)"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        List<String> unmodelled = new ArrayList<>();
        addWhen(row.getString(5).equals("t"), "TEMPORARY", unmodelled);
        addWhen(row.getBoolean(8) && "rp".contains(row.getString(4)), RULES, unmodelled);
        addWhen(row.getBoolean(9), "OF type", unmodelled);
        QualifiedName name = new QualifiedName(row.getString(2), row.getString(3));
        List<String> keys = Texts.strings(row, 12);
        tables.put(
                row.getLong(1),
                new Row(
                        name,
                        row.getString(4),
                        options(row),
                        keys.isEmpty() ? null : PartitionKeys.read(keys),
                        row.getBoolean(6),
                        row.getBoolean(18),
                        row.getBoolean(19),
                        unmodelled));
    }

    private static TableOptions options(ResultSet row) throws SQLException {
        List<QualifiedName> parents = Texts.strings(row, 10).stream()
                .flatMap(text -> QualifiedName.read(text).stream())
                .toList();
        String bound = row.getString(11);
        Map<String, String> parameters = new TreeMap<>(IndexQuery.options(Texts.strings(row, 14)));
        IndexQuery.options(Texts.strings(row, 15)).forEach((name, value) -> parameters.put("toast." + name, value));
        return new TableOptions(
                null,
                bound == null ? null : new PartitionOf(parents.getFirst(), LiveBounds.read(bound)),
                bound == null ? parents : List.of(),
                row.getString(5).equals("u"),
                row.getString(13),
                StorageParameters.of(parameters),
                row.getString(16),
                null,
                switch (row.getString(17)) {
                    case "f" -> new ReplicaIdentity.Full();
                    case "n" -> new ReplicaIdentity.Nothing();
                    default -> ReplicaIdentity.DEFAULT;
                });
    }

    private static void addWhen(boolean condition, String phrase, List<String> phrases) {
        if (condition) {
            phrases.add(phrase);
        }
    }
}
