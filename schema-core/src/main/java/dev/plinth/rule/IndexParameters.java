package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each of the built-in index methods has storage parameters of its own. Nothing is known of those of extensions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS">Index
 *     Storage Parameters</a>
 */
final class IndexParameters implements PartsRule {

    private static final Map<String, List<String>> KNOWN = Map.of(
            "btree", List.of("deduplicate_items", "fillfactor"),
            "hash", List.of("fillfactor"),
            "gin", List.of("fastupdate", "gin_pending_list_limit"),
            "gist", List.of("buffering", "fillfactor"),
            "spgist", List.of("fillfactor"),
            "brin", List.of("autosummarize", "pages_per_range"));

    /** The values that are not numbers, and the least and the most of those that are. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "buffering", Set.of("auto", "on", "off"),
            "fastupdate", Set.of("true", "false"),
            "autosummarize", Set.of("true", "false"),
            "deduplicate_items", Set.of("true", "false"));

    private static final Map<String, List<Integer>> RANGES = Map.of(
            "fillfactor", List.of(10, 100),
            "pages_per_range", List.of(1, 131_072),
            "gin_pending_list_limit", List.of(64, Integer.MAX_VALUE));

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Constraint.Key key : table.constraints(Constraint.Key.class)) {
            check(TableRule.part(table, key.name()), method(key), key.options().parameters(), problems);
        }
        for (Index index : table.indexes()) {
            check(TableRule.part(table, index.name()), index.method().name(), index.parameters(), problems);
        }
        return problems.stream();
    }

    private static String method(Constraint.Key key) {
        return switch (key) {
            case Constraint.PrimaryKey primary -> primary.withoutOverlaps() ? "gist" : "btree";
            case Constraint.Unique unique -> unique.withoutOverlaps() ? "gist" : "btree";
            case Constraint.Exclusion exclusion -> exclusion.method().name();
        };
    }

    private void check(String subject, String method, StorageParameters parameters, List<Problem> problems) {
        List<String> known = KNOWN.get(method);
        if (known == null) {
            return;
        }
        for (Map.Entry<String, String> parameter : parameters.values().entrySet()) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            if (!known.contains(name)) {
                problems.add(unknown(subject, method, known, name));
            } else if (!isAllowed(name, value)) {
                problems.add(
                        error(subject, "the storage parameter " + name + " cannot be " + value, allowed(name)));
            }
        }
    }

    private Problem unknown(String subject, String method, List<String> known, String name) {
        String message = "an index USING " + method + " has no storage parameter " + name;
        return error(subject, message, Suggestion.orElse(name, known, "It has " + String.join(", ", known) + "."));
    }

    private static boolean isAllowed(String name, String value) {
        List<Integer> range = RANGES.get(name);
        if (range == null) {
            return WORDS.getOrDefault(name, Set.of()).contains(value);
        }
        return value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= range.get(0)
                && Integer.parseInt(value) <= range.get(1);
    }

    private static String allowed(String name) {
        List<Integer> range = RANGES.get(name);
        return range == null
                ? "It is one of " + String.join(", ", WORDS.getOrDefault(name, Set.of()).stream().sorted().toList())
                        + "."
                : "It is a number from " + range.get(0) + " to " + range.get(1) + ".";
    }
}
