package dev.plinth.rule;

import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.Table;
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
final class IndexParameters implements TableRule {

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
        return table.indexes().stream().flatMap(index -> check(table, index));
    }

    private Stream<Problem> check(Table table, Index index) {
        List<String> known = KNOWN.get(index.method().name());
        return known == null
                ? Stream.empty()
                : index.parameters().values().entrySet().stream()
                        .flatMap(it -> check(TableRule.part(table, index.name()), index, known, it.getKey(),
                                it.getValue()));
    }

    private Stream<Problem> check(String subject, Index index, List<String> known, String name, String value) {
        if (!known.contains(name)) {
            String message = "an index USING " + index.method().name() + " has no storage parameter " + name;
            return Stream.of(error(
                    subject, message, Suggestion.orElse(name, known, "It has " + String.join(", ", known) + ".")));
        }
        return isAllowed(name, value)
                ? Stream.empty()
                : Stream.of(error(subject, "the storage parameter " + name + " cannot be " + value, allowed(name)));
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
