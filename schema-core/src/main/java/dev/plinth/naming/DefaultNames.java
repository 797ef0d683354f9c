package dev.plinth.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that PostgreSQL chooses for constraints and indexes without one: {@code makeObjectName},
 * {@code ChooseRelationName}, {@code ChooseConstraintName} and {@code ChooseIndexColumnNames} of its sources. All
 * lengths are bytes of UTF-8, as in a database with that encoding.
 *
 * <p>Each method takes the names that are taken already and finds one that is not, by the digits PostgreSQL would
 * append.
 */
public final class DefaultNames {

    private static final Pattern NOT_NULL = Pattern.compile("_(not_null\\d*)\\z");

    private DefaultNames() {}

    /** Whether it is {@code table_column_not_null}, whatever digits PostgreSQL appended. */
    public static boolean isNotNull(String table, String column, String name) {
        Matcher label = NOT_NULL.matcher(name);
        return label.find() && name.equals(objectName(table, column, label.group(1)));
    }

    /** {@code table_pkey}. */
    public static String primaryKey(String table, Set<String> taken) {
        return free(table, "", "pkey", taken);
    }

    /** {@code table_column_column_key}. */
    public static String unique(String table, List<String> columns, Set<String> taken) {
        return free(table, joined(indexColumns(columns)), "key", taken);
    }

    /** {@code table_column_check}. */
    public static String check(String table, String column, Set<String> taken) {
        return free(table, column, "check", taken);
    }

    /** {@code table_column_column_fkey}. */
    public static String foreignKey(String table, List<String> columns, Set<String> taken) {
        return free(table, joined(columns), "fkey", taken);
    }

    /**
     * {@code table_column_column_idx}.
     *
     * @param keys the names of {@link #indexKey} for the keys, then the included columns
     */
    public static String index(String table, List<String> keys, Set<String> taken) {
        return free(table, joined(indexColumns(keys)), "idx", taken);
    }

    /** {@code table_column_seq}. */
    public static String sequence(String table, String column, Set<String> taken) {
        return free(table, column, "seq", taken);
    }

    /** {@code makeMultirangeTypeName}: {@code multirange} in the place of {@code range}, or behind the name. */
    public static String multirange(String range) {
        int place = range.indexOf("range");
        if (place >= 0) {
            return Identifiers.truncate(range.substring(0, place) + "multi" + range.substring(place));
        }
        String label = "_multirange";
        return Identifiers.truncate(range, Identifiers.MAX_BYTES - label.length()) + label;
    }

    /**
     * {@code table_column_column_excl}.
     *
     * @param keys as for {@link #index}
     */
    public static String exclusion(String table, List<String> keys, Set<String> taken) {
        return free(table, joined(indexColumns(keys)), "excl", taken);
    }

    /** What an expression is called inside the name of an index: its function, or {@code expr}. */
    public static String indexKey(String expression) {
        return ExpressionNames.of(expression);
    }

    /**
     * {@code makeObjectName}: the two parts and the label, joined by underscores. What does not fit is cut from the
     * longer part, byte by byte, the first one where both are equally long no further than the second.
     *
     * @param second may be empty: then there is no second part
     */
    static String objectName(String first, String second, String label) {
        int overhead = (second.isEmpty() ? 0 : 1) + 1 + Identifiers.length(label);
        int available = Identifiers.MAX_BYTES - overhead;
        int firstBytes = Identifiers.length(first);
        int secondBytes = Identifiers.length(second);
        while (firstBytes + secondBytes > available) {
            if (firstBytes > secondBytes) {
                firstBytes--;
            } else {
                secondBytes--;
            }
        }
        String middle = second.isEmpty() ? "" : "_" + Identifiers.truncate(second, secondBytes);
        return Identifiers.truncate(first, firstBytes) + middle + "_" + label;
    }

    private static String free(String first, String second, String label, Set<String> taken) {
        String name = objectName(first, second, label);
        for (int pass = 1; taken.contains(name); pass++) {
            name = objectName(first, second, label + pass);
        }
        return name;
    }

    /** {@code ChooseIndexNameAddition}: joined by underscores, no longer than one identifier. */
    private static String joined(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            joined.append(joined.isEmpty() ? "" : "_").append(column);
            if (Identifiers.length(joined.toString()) >= Identifiers.MAX_BYTES + 1) {
                break;
            }
        }
        return joined.toString();
    }

    /** {@code ChooseIndexColumnNames}: a name that occurs again in the same index gets a digit. */
    private static List<String> indexColumns(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int digit = 1; names.contains(name); digit++) {
                String suffix = Integer.toString(digit);
                name = Identifiers.truncate(column, Identifiers.MAX_BYTES - suffix.length()) + suffix;
            }
            names.add(name);
        }
        return names;
    }
}
