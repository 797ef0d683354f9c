package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of the declared tables. NOT NULL is an attribute of the column, so its rows of PostgreSQL 18
 * only tell its name, and what else it says; constraint triggers are triggers.
 */
final class ConstraintQuery implements CatalogQuery {

    /**
     * A constraint as the catalogs have it.
     *
     * @param type {@code p}, {@code u}, {@code x}, {@code c} or {@code f}
     * @param index the oid of the index of a key
     * @param columns attribute numbers
     * @param operators those of an exclusion constraint, in the order of its keys
     * @param target what a foreign key points to; null for other constraints
     * @param condition the text of a check
     * @param inherited whether the table has it only because the table above has it
     * @param triggers what was said of the triggers that a foreign key is made of; null for nothing
     */
    record Row(
            String name,
            String type,
            long index,
            List<Integer> columns,
            Deferral deferral,
            Enforcement enforcement,
            boolean noInherit,
            boolean period,
            List<Operator> operators,
            @Nullable Target target,
            @Nullable String condition,
            boolean inherited,
            @Nullable String triggers) {

        /** Foreign keys name the index of their target. */
        boolean ownsIndex() {
            return target == null && index != 0;
        }
    }

    /**
     * The other end of a foreign key, and what it does.
     *
     * @param columns attribute numbers
     * @param undeclared its namespace, its name and the names of these columns; empty for a declared table, which is known
     * @param onDeleteColumns attribute numbers of the table that has the key
     */
    record Target(
            long table,
            List<Integer> columns,
            List<String> undeclared,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            List<Integer> onDeleteColumns,
            boolean matchFull) {}

    /**
     * A NOT NULL that says more, or that is asked for.
     *
     * @param name empty where the table above says it
     * @param phrase what is special about it; empty for nothing
     */
    record NotNull(String name, String phrase) {}

    /**
     * A foreign key whose triggers are disabled is there and does nothing: the server asks for them by the key where there are
     * few keys, and reads them all once where there are many. Those on the partitions that it points to belong to its twins,
     * each below that of the partition above, and are only looked for where it points to a partitioned table.
     */
    private static final String DISABLED = """
            CASE WHEN k.contype <> 'f' THEN NULL
                WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled <> 'O') THEN (
                    SELECT max(g.tgenabled::text) FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled <> 'O')
                %s END""";

    private static final String DISABLED_TWINS = """
            WHEN k.confrelid IN (SELECT partrelid FROM pg_partitioned_table) THEN (
                WITH RECURSIVE twin AS (
                    SELECT q.oid FROM pg_constraint q WHERE q.conrelid = k.conrelid AND q.conparentid = k.oid
                    UNION ALL
                    SELECT q.oid FROM twin JOIN pg_constraint q ON q.conrelid = k.conrelid AND q.conparentid = twin.oid)
                SELECT max((SELECT max(g.tgenabled::text) FROM pg_trigger g
                             WHERE g.tgconstraint = twin.oid AND g.tgenabled <> 'O')) FROM twin)""";

    /** Whether to ask for the triggers of foreign keys that are disabled. */
    enum Triggers {
        /** Somebody else names them. */
        NONE("NULL"),
        /** No key points to a partitioned table. */
        WITHOUT_TWINS(DISABLED.formatted("")),
        ALL(DISABLED.formatted(DISABLED_TWINS));

        private final String sql;

        Triggers(String sql) {
            this.sql = sql;
        }
    }

    private final int serverMajorVersion;
    private final boolean namesNotNulls;
    private final Triggers triggers;
    final Map<Long, List<Row>> constraints = new HashMap<>();

    /** Those of columns, by their numbers. */
    final Map<Long, Map<Integer, NotNull>> notNulls = new HashMap<>();

    /** The indexes that constraints own, by oid. */
    final Set<Long> ownedIndexes = new HashSet<>();

    /**
     * @param namesNotNulls whether somebody asks for the names of NOT NULL, of which there are many
     */
    ConstraintQuery(int serverMajorVersion, boolean namesNotNulls, Triggers triggers) {
        this.serverMajorVersion = serverMajorVersion;
        this.namesNotNulls = namesNotNulls;
        this.triggers = triggers;
    }

    /**
     * No whole definitions: the server would write them out one by one. A foreign key to a partitioned table has a twin for
     * each partition, which is left out.
     */
    @Override
    public String sql() {
        return """
                SELECT k.conrelid, k.conname, k.contype, k.convalidated, k.condeferrable, k.condeferred,
                       k.connoinherit, array_to_string(k.conkey, ','), k.confrelid, array_to_string(k.confkey, ','),
                       CASE WHEN k.confrelid <> 0 AND k.confrelid NOT IN (SELECT unnest(%1$s)) THEN (
                           SELECT ARRAY[n.nspname::text, f.relname::text] || ARRAY(
                               SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS key(number, place)
                                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.number
                                ORDER BY key.place)
                             FROM pg_class f JOIN pg_namespace n ON n.oid = f.relnamespace WHERE f.oid = k.confrelid) END,
                       k.confupdtype, k.confdeltype, k.confmatchtype,
                       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END,
                       k.conindid, %2$s, %3$s, %4$s,
                       CASE WHEN k.contype = 'x' THEN ARRAY(
                           SELECT coalesce(%6$s, '') || ' ' || o.oprname || ' ' || s.nspname
                             FROM unnest(k.conexclop) WITH ORDINALITY AS key(operator, place)
                             JOIN pg_operator o ON o.oid = key.operator
                             JOIN pg_namespace s ON s.oid = o.oprnamespace
                            ORDER BY key.place) END,
                       k.conparentid <> 0 OR k.coninhcount > 0 AND NOT k.conislocal,
                       %7$s
                  FROM pg_constraint k
                 WHERE k.conrelid = ANY (%1$s) AND (k.contype IN ('p', 'u', 'c', 'x')
                       OR k.contype = 'f' AND (k.conparentid = 0 OR NOT EXISTS (
                           SELECT FROM pg_constraint q WHERE q.oid = k.conparentid AND q.conrelid = k.conrelid))
                       OR k.contype = 'n' AND (%5$s OR NOT k.convalidated OR k.connoinherit))"""
                .formatted(
                        TABLE_OIDS,
                        serverMajorVersion >= 15 ? "array_to_string(k.confdelsetcols, ',')" : "NULL",
                        serverMajorVersion >= 18 ? "k.conperiod" : "false",
                        serverMajorVersion >= 18 ? "k.conenforced" : "true",
                        namesNotNulls,
                        Membership.extensionOf("pg_operator", "o.oid"),
                        triggers.sql);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        String type = row.getString(3);
        if (type.equals("n")) {
            readNotNull(row);
            return;
        }
        Row constraint = new Row(
                row.getString(2),
                type,
                row.getLong(16),
                Texts.integers(row.getString(8)),
                deferral(row.getBoolean(5), row.getBoolean(6)),
                enforcement(row.getBoolean(4), row.getBoolean(19)),
                type.equals("c") && row.getBoolean(7),
                row.getBoolean(18),
                operators(Texts.strings(row, 20)),
                type.equals("f") ? target(row) : null,
                row.getString(15),
                row.getBoolean(21),
                TriggerQuery.state(row.getString(22)));
        if (constraint.ownsIndex()) {
            ownedIndexes.add(constraint.index());
        }
        constraints.computeIfAbsent(row.getLong(1), table -> new ArrayList<>()).add(constraint);
    }

    /** Since PostgreSQL 18 a column may be NOT NULL for new rows only, or not for the tables that inherit it. */
    private void readNotNull(ResultSet row) throws SQLException {
        String name = row.getString(2);
        String more = (row.getBoolean(7) ? " NO INHERIT" : "") + (row.getBoolean(4) ? "" : " NOT VALID");
        NotNull notNull = new NotNull(
                row.getBoolean(21) ? "" : name, more.isEmpty() ? "" : "CONSTRAINT " + name + " NOT NULL" + more);
        notNulls.computeIfAbsent(row.getLong(1), table -> new HashMap<>())
                .put(Texts.integers(row.getString(8)).getFirst(), notNull);
    }

    private static Deferral deferral(boolean deferrable, boolean deferred) {
        return deferred ? Deferral.INITIALLY_DEFERRED
                : deferrable ? Deferral.DEFERRABLE
                        : Deferral.NOT_DEFERRABLE;
    }

    /** Since PostgreSQL 18 a check or foreign key may be a mere note, which is not validated either. */
    private static Enforcement enforcement(boolean validated, boolean enforced) {
        return !enforced ? Enforcement.NOT_ENFORCED : validated ? Enforcement.ENFORCED : Enforcement.NOT_VALID;
    }

    /** From extension, symbol and namespace; none of the first two has a blank. */
    static List<Operator> operators(List<String> texts) {
        List<Operator> operators = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(" ", 3);
            operators.add(
                    new Operator(Sources.of(parts[2], parts[0].isEmpty() ? null : parts[0]), parts[1]));
        }
        return operators;
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getLong(9),
                Texts.integers(row.getString(10)),
                Texts.strings(row, 11),
                action(row.getString(13)),
                action(row.getString(12)),
                Texts.integers(row.getString(17)),
                row.getString(14).equals("f"));
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
}
