package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnOptions.Origin;
import dev.plinth.model.sql.ColumnOptions.Storage;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the declared tables. */
final class ColumnQuery implements CatalogQuery {

    /**
     * A column with what keys and indexes need to know of it.
     *
     * @param identity {@code a} for ALWAYS, {@code d} for BY DEFAULT, empty for none
     */
    record Row(int number, long collation, String identity, Live<Column> column) {}

    final Map<Long, List<Row>> columns = new HashMap<>();

    /** A database has many columns and few types. */
    private final Map<String, ColumnType> types = new HashMap<>();

    /**
     * Types of extensions have oids above 16383, so built-in types cost no look-up. Only the expression of a generated column
     * speaks of other columns; for any other default the server need not open the table. Texts of variable length are stored
     * EXTENDED but for a few types ({@code cidr}, {@code inet}, {@code numeric}, {@code tsquery}), so hardly any column is
     * asked how it is stored.
     */
    @Override
    public String sql() {
        return """
                SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
                       CASE WHEN a.atttypid >= 16384 THEN (
                           SELECT e.extname FROM pg_extension e WHERE e.oid = (
                               SELECT d.refobjid FROM pg_depend d
                                WHERE d.classid = 'pg_type'::regclass
                                  AND d.objid = (SELECT coalesce(nullif(t.typelem, 0), t.oid) FROM pg_type t WHERE t.oid = a.atttypid)
                                  AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e')) END,
                       a.attnotnull, CASE WHEN a.atthasdef THEN (
                           SELECT pg_get_expr(f.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE f.adrelid END)
                             FROM pg_attrdef f
                            WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum) END,
                       a.attidentity, a.attgenerated, a.attcollation,
                       CASE WHEN a.attcollation <> 0
                             AND (a.attcollation <> 'pg_catalog."default"'::regcollation
                                  OR a.atttypid NOT IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype)) THEN (
                           SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)
                             FROM pg_type t, pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
                            WHERE t.oid = a.atttypid AND t.typcollation <> a.attcollation AND o.oid = a.attcollation) END,
                       CASE WHEN a.attinhcount > 0 OR a.attcompression <> '' OR a.attstattarget >= 0
                              OR a.attoptions::text LIKE '%%n_distinct%%'
                              OR a.attlen < 0 AND (a.attstorage <> 'x' OR a.atttypid IN (650, 869, 1700, 3615)
                                                   OR a.atttypid >= 16384) THEN ARRAY[
                           CASE WHEN NOT a.attislocal THEN 'inherited' END,
                           (SELECT a.attstorage::text FROM pg_type t
                             WHERE t.oid = a.atttypid AND t.typstorage <> a.attstorage),
                           nullif(a.attcompression::text, ''),
                           CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END]
                           || ARRAY(SELECT o FROM unnest(a.attoptions) AS o WHERE o NOT LIKE 'pg\\_attver=%%') END
                  FROM pg_attribute a
                 WHERE a.attrelid = ANY (%s) AND a.attnum > 0 AND NOT a.attisdropped"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String text = row.getString(7);
        Expression expression = text == null ? null : new Expression.Sql(Parentheses.strip(text));
        String generated = row.getString(9);
        Column column = new Column(
                row.getString(3),
                type(row.getString(4), row.getString(5)),
                !row.getBoolean(6),
                generated.isEmpty() ? expression : null,
                generated.isEmpty() || expression == null
                        ? null
                        : new Generation.Computed(expression, generated.equals("s")),
                Texts.name(row.getString(11)),
                options(Texts.strings(row, 12)),
                null);
        columns.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Row(row.getInt(2), row.getLong(10), row.getString(8), Live.usable(column)));
    }

    private ColumnType type(String text, @Nullable String extension) {
        return types.computeIfAbsent(
                extension == null ? text : extension + " " + text, key -> LiveTypes.read(text, extension));
    }

    /** From origin, storage, compression and statistics, then what stands in parentheses. */
    private static ColumnOptions options(List<String> parts) {
        if (parts.isEmpty()) {
            return ColumnOptions.NONE;
        }
        String statistics = parts.get(3);
        return new ColumnOptions(
                parts.get(0) == null ? Origin.LOCAL : Origin.INHERITED,
                null,
                storage(parts.get(1)),
                compression(parts.get(2)),
                statistics == null ? null : Integer.valueOf(statistics),
                StorageParameters.of(IndexQuery.options(parts.subList(4, parts.size()))));
    }

    private static @Nullable Storage storage(@Nullable String code) {
        return code == null
                ? null
                : switch (code) {
                    case "p" -> Storage.PLAIN;
                    case "e" -> Storage.EXTERNAL;
                    case "m" -> Storage.MAIN;
                    default -> Storage.EXTENDED;
                };
    }

    private static @Nullable String compression(@Nullable String code) {
        return code == null ? null : code.equals("p") ? "pglz" : "lz4";
    }
}
