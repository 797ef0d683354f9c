package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constraints of the declared tables. NOT NULL is an attribute of the column, so its rows of PostgreSQL 18 are left
 * out; so are constraint triggers, which are triggers.
 */
final class ConstraintQuery implements CatalogQuery {

    private static final Pattern SOME_COLUMNS = Pattern.compile("ON DELETE SET (?:NULL|DEFAULT) \\([^)]*\\)");

    /** A constraint; the exclusion constraints, which the model does not know, have only a name. */
    final Map<Long, List<Live<Constraint>>> constraints = new HashMap<>();

    final Map<Long, List<String>> exclusions = new HashMap<>();

    /** Column names come from the server, as a key may belong to a table that is not declared. */
    @Override
    public String sql() {
        return """
                SELECT k.conrelid, k.conname, k.contype, k.convalidated, k.condeferrable, k.condeferred,
                       k.connoinherit, %s, %s, n.nspname, f.relname, k.confupdtype, k.confdeltype, k.confmatchtype,
                       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END,
                       CASE WHEN k.contype IN ('p', 'u', 'f') OR NOT k.convalidated THEN pg_get_constraintdef(k.oid) END
                  FROM pg_constraint k
                  LEFT JOIN pg_class f ON f.oid = k.confrelid AND k.confrelid <> 0
                  LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
                 WHERE k.conrelid = ANY (%s) AND k.contype IN ('p', 'u', 'c', 'f', 'x')
                 ORDER BY k.conrelid, k.conname"""
                .formatted(columnNames("conkey", "conrelid"), columnNames("confkey", "confrelid"), TABLE_OIDS);
    }

    private static String columnNames(String numbers, String relation) {
        return """
                CASE WHEN k.contype <> 'c' THEN ARRAY(
                           SELECT a.attname::text FROM unnest(k.%s) WITH ORDINALITY AS key(number, place)
                             JOIN pg_attribute a ON a.attrelid = k.%s AND a.attnum = key.number
                            ORDER BY key.place) END"""
                .formatted(numbers, relation);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        long table = row.getLong(1);
        if (row.getString(3).equals("x")) {
            exclusions.computeIfAbsent(table, key -> new ArrayList<>()).add(row.getString(2));
            return;
        }
        Live.State state =
                row.getBoolean(4) || isNotEnforced(row) ? Live.State.USABLE : Live.State.NOT_VALIDATED;
        constraints
                .computeIfAbsent(table, key -> new ArrayList<>())
                .add(new Live<>(constraint(row), state, unmodelled(row)));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString(2);
        return switch (row.getString(3)) {
            case "p" -> new Constraint.PrimaryKey(name, Texts.strings(row, 8), null);
            case "u" -> new Constraint.Unique(name, Texts.strings(row, 8), null);
            case "c" -> new Constraint.Check(name, new Expression.Sql(Parentheses.strip(row.getString(15))), null);
            case "f" -> foreignKey(name, row);
            default -> throw new SQLException("unexpected constraint type " + row.getString(3));
        };
    }

    private static Constraint foreignKey(String name, ResultSet row) throws SQLException {
        return new Constraint.ForeignKey(
                name,
                Texts.strings(row, 8),
                new QualifiedName(row.getString(10), row.getString(11)),
                Texts.strings(row, 9),
                action(row.getString(13)),
                action(row.getString(12)),
                null);
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
    private static void addForeignKeyOptions(String match, String definition, List<String> phrases) {
        if (match.equals("f")) {
            phrases.add("MATCH FULL");
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
    private static void addKeyOptions(String definition, List<String> phrases) {
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
