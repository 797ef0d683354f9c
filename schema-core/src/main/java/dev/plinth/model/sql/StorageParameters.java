package dev.plinth.model.sql;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What stands in WITH (...), by name. Equal parameters are equal values, however they were spelled: a name is in small
 * letters, a boolean {@code true} or {@code false}, a number without zeros that say nothing.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS">Index
 *     Storage Parameters</a>
 */
public record StorageParameters(SortedMap<String, String> values) {

    /** No parameter: PostgreSQL's own values. */
    public static final StorageParameters NONE = new StorageParameters(new TreeMap<>());

    /** PostgreSQL takes the beginnings of its words too, as far as they say which one it is. */
    private static final Set<String> TRUE = Set.of("on", "yes", "ye", "y", "true", "tru", "tr", "t", "1");

    private static final Set<String> FALSE = Set.of("off", "of", "no", "n", "false", "fals", "fal", "fa", "f", "0");

    /** The parameters of the built-in index methods, of tables and of views that are booleans. */
    private static final Set<String> BOOLEANS = Set.of("fastupdate", "autosummarize", "deduplicate_items",
            "autovacuum_enabled", "vacuum_truncate", "user_catalog_table", "security_barrier", "security_invoker");

    /** Parameters of tables whose words for yes and no are {@code on} and {@code off}, and that have a third one. */
    private static final Set<String> SWITCHES = Set.of("vacuum_index_cleanup");

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final String TOAST = "toast.";

    public StorageParameters {
        SortedMap<String, String> normal = new TreeMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            normal.put(value.getKey().toLowerCase(Locale.ROOT), normal(value.getKey(), value.getValue()));
        }
        values = Collections.unmodifiableSortedMap(normal);
    }

    /** Parameters in any order. */
    public static StorageParameters of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new StorageParameters(new TreeMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same with one more; an earlier value of it is replaced. */
    public StorageParameters with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new StorageParameters(more);
    }

    /** Without those of the TOAST table. */
    public StorageParameters withoutToast() {
        SortedMap<String, String> some = new TreeMap<>(values);
        some.keySet().removeIf(name -> name.startsWith(TOAST));
        return new StorageParameters(some);
    }

    /** The name of a parameter without the word that says that it is one of the TOAST table. */
    public static String withoutToast(String name) {
        return name.startsWith(TOAST) ? name.substring(TOAST.length()) : name;
    }

    private static String normal(String name, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = withoutToast(lower);
        if (BOOLEANS.contains(bare)) {
            return TRUE.contains(word) ? "true" : FALSE.contains(word) ? "false" : word;
        }
        if (SWITCHES.contains(bare)) {
            return TRUE.contains(word) ? "on" : FALSE.contains(word) ? "off" : word;
        }
        return NUMBER.matcher(word).matches() ? number(word) : value.strip();
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text);
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }
}
