package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the declared tables. NOT NULL is an attribute of the column, so its rows of PostgreSQL 18 are left
 * out; so are constraint triggers, which are triggers.
 */
final class ConstraintQuery implements CatalogQuery {

    private static final Pattern SOME_COLUMNS = Pattern.compile("ON DELETE SET (?:NULL|DEFAULT) \\([^)]*\\)");

    /**
     * A constraint as the catalogs have it.
     *
     * @param type {@code p}, {@code u}, {@code c} or {@code f}
     * @param columns attribute numbers
     * @param target what a foreign key points to; null for other constraints
     * @param condition the text of a check
     */
    record Row(
            String name,
            String type,
            Live.State state,
            List<Integer> columns,
            @Nullable Target target,
            @Nullable String condition,
            List<String> unmodelled) {}

    /**
     * The other end of a foreign key.
     *
     * @param columns attribute numbers
     * @param undeclared its namespace, its name and the names of these columns; empty for a declared table, which is known
     */
    record Target(
            long table,
            List<Integer> columns,
            List<String> undeclared,
            ReferentialAction onDelete,
            ReferentialAction onUpdate) {}

    private final int serverMajorVersion;
    final Map<Long, List<Row>> constraints = new HashMap<>();

    /** The exclusion constraints, which the model does not know, have only a name. */
    final Map<Long, List<String>> exclusions = new HashMap<>();

    ConstraintQuery(int serverMajorVersion) {
        this.serverMajorVersion = serverMajorVersion;
    }

    /** Whole definitions are written out by the server one by one, so only for constraints that say more than usual. */
    @Override
    public String sql() {
        return """
                SELECT k.conrelid, k.conname, k.contype, k.convalidated, k.condeferrable, k.condeferred,
                       k.connoinherit, array_to_string(k.conkey, ','), k.confrelid, array_to_string(k.confkey, ','),
                       CASE WHEN k.confrelid <> 0 AND k.confrelid NOT IN (SELECT unnest(%s)) THEN (
                           SELECT ARRAY[n.nspname::text, f.relname::text] || ARRAY(
                               SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS key(number, place)
                                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.number
                                ORDER BY key.place)
                             FROM pg_class f JOIN pg_namespace n ON n.oid = f.relnamespace WHERE f.oid = k.confrelid) END,
                       k.confupdtype, k.confdeltype, k.confmatchtype,
                       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END,
                       CASE WHEN %s THEN pg_get_constraintdef(k.oid) END
                  FROM pg_constraint k
                 WHERE k.conrelid = ANY (%1$s) AND k.contype IN ('p', 'u', 'c', 'f', 'x')"""
                .formatted(TABLE_OIDS, saysMore());
    }

    /** INCLUDE and NULLS NOT DISTINCT are said by the index, the rest by the constraint. */
    private String saysMore() {
        String index = "k.contype IN ('p', 'u') AND (SELECT i.indnatts > i.indnkeyatts"
                + (serverMajorVersion >= 15 ? " OR i.indnullsnotdistinct" : "")
                + " FROM pg_index i WHERE i.indexrelid = k.conindid)";
        return "NOT k.convalidated OR " + index
                + (serverMajorVersion >= 15 ? " OR k.confdelsetcols IS NOT NULL" : "")
                + (serverMajorVersion >= 18 ? " OR k.conperiod" : "");
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        long table = row.getLong(1);
        String type = row.getString(3);
        if (type.equals("x")) {
            exclusions.computeIfAbsent(table, key -> new ArrayList<>()).add(row.getString(2));
            return;
        }
        Live.State state =
                row.getBoolean(4) || isNotEnforced(row) ? Live.State.USABLE : Live.State.NOT_VALIDATED;
        constraints
                .computeIfAbsent(table, key -> new ArrayList<>())
                .add(new Row(
                        row.getString(2),
                        type,
                        state,
                        Texts.integers(row.getString(8)),
                        type.equals("f") ? target(row) : null,
                        row.getString(15),
                        unmodelled(row)));
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getLong(9),
                Texts.integers(row.getString(10)),
                Texts.strings(row, 11),
                action(row.getString(13)),
                action(row.getString(12)));
    }

    private static ReferentialAction action(String code) throws SQLException {
        return switch (code) {
            case "a" -> ReferentialAction.NO_ACTION;
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> throw new SQLException("unexpected referential action " + code);
        };
    }

    private static List<String> unmodelled(ResultSet row) throws SQLException {
        List<String> phrases = new ArrayList<>();
        if (row.getBoolean(5)) {
            phrases.add(row.getBoolean(6) ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE");
        }
        switch (row.getString(3)) {
            case "c" -> {
                if (row.getBoolean(7)) {
                    phrases.add("NO INHERIT");
                }
            }
            case "f" -> addForeignKeyOptions(row.getString(14), row.getString(16), phrases);
            case "p", "u" -> addKeyOptions(row.getString(16), phrases);
            default -> {}
        }
        if (isNotEnforced(row)) {
            phrases.add("NOT ENFORCED");
        }
        return phrases;
    }

    /** Since PostgreSQL 18 a check or foreign key may be a mere note, which VALIDATE refuses. */
    private static boolean isNotEnforced(ResultSet row) throws SQLException {
        String definition = row.getString(16);
        return !row.getBoolean(4) && definition != null && definition.endsWith(" NOT ENFORCED");
    }

    /** The columns of SET NULL (since PostgreSQL 15) and PERIOD (since 18) are nowhere else than in the definition. */
    private static void addForeignKeyOptions(String match, @Nullable String definition, List<String> phrases) {
        if (match.equals("f")) {
            phrases.add("MATCH FULL");
        }
        if (definition == null) {
            return;
        }
        if (definition.contains(", PERIOD ")) {
            phrases.add("PERIOD");
        }
        Matcher columns = SOME_COLUMNS.matcher(definition);
        if (columns.find()) {
            phrases.add(columns.group());
        }
    }

    /** What the definition of a key says besides its columns, for example INCLUDE or NULLS NOT DISTINCT. */
    private static void addKeyOptions(@Nullable String definition, List<String> phrases) {
        if (definition == null) {
            return;
        }
        if (definition.contains(" NULLS NOT DISTINCT ")) {
            phrases.add("NULLS NOT DISTINCT");
        }
        int include = definition.indexOf(") INCLUDE (");
        if (include >= 0) {
            phrases.add(definition.substring(include + 2, definition.indexOf(')', include + 2) + 1));
        }
        if (definition.contains(" WITHOUT OVERLAPS")) {
            phrases.add("WITHOUT OVERLAPS");
        }
    }
}
