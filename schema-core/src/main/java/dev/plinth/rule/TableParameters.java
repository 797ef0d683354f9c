package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.StorageParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The storage parameters that a table or a materialized view has, and their limits. Nothing is known of those of other access methods.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">Storage
 *     Parameters</a>
 */
final class TableParameters implements Rule {

    private static final long INTEGER = Integer.MAX_VALUE;
    private static final long AGE = 2_000_000_000;

    /** The least and the most of those that are numbers. */
    private static final Map<String, List<Long>> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("fillfactor", List.of(10L, 100L)),
            Map.entry("toast_tuple_target", List.of(128L, 8160L)),
            Map.entry("parallel_workers", List.of(0L, 1024L)),
            Map.entry("autovacuum_vacuum_threshold", List.of(0L, INTEGER)),
            Map.entry("autovacuum_vacuum_max_threshold", List.of(-1L, INTEGER)),
            Map.entry("autovacuum_vacuum_scale_factor", List.of(0L, 100L)),
            Map.entry("autovacuum_vacuum_insert_threshold", List.of(-1L, INTEGER)),
            Map.entry("autovacuum_vacuum_insert_scale_factor", List.of(0L, 100L)),
            Map.entry("autovacuum_analyze_threshold", List.of(0L, INTEGER)),
            Map.entry("autovacuum_analyze_scale_factor", List.of(0L, 100L)),
            Map.entry("autovacuum_vacuum_cost_delay", List.of(0L, 100L)),
            Map.entry("autovacuum_vacuum_cost_limit", List.of(1L, 10_000L)),
            Map.entry("autovacuum_freeze_min_age", List.of(0L, 1_000_000_000L)),
            Map.entry("autovacuum_freeze_max_age", List.of(100_000L, AGE)),
            Map.entry("autovacuum_freeze_table_age", List.of(0L, AGE)),
            Map.entry("autovacuum_multixact_freeze_min_age", List.of(0L, 1_000_000_000L)),
            Map.entry("autovacuum_multixact_freeze_max_age", List.of(10_000L, AGE)),
            Map.entry("autovacuum_multixact_freeze_table_age", List.of(0L, AGE)),
            Map.entry("log_autovacuum_min_duration", List.of(-1L, INTEGER)),
            Map.entry("vacuum_max_eager_freeze_failure_rate", List.of(0L, 1L))));

    private static final Map<String, Set<String>> WORDS = new TreeMap<>(Map.of(
            "autovacuum_enabled", Set.of("true", "false"),
            "vacuum_truncate", Set.of("true", "false"),
            "user_catalog_table", Set.of("true", "false"),
            "vacuum_index_cleanup", Set.of("auto", "on", "off")));

    /** What a TOAST table has no use for. */
    private static final Set<String> NOT_OF_TOAST = Set.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "user_catalog_table",
            "autovacuum_analyze_threshold",
            "autovacuum_analyze_scale_factor");

    @Override
    public Stream<Problem> check(Schema schema) {
        Stream<Problem> tables = schema.tables().stream()
                .filter(table -> table.options().accessMethod() == null)
                .flatMap(table -> check("table", table.name(), table.options().parameters()));
        Stream<Problem> views = schema.objects(MaterializedView.class).stream()
                .filter(view -> view.options().accessMethod() == null)
                .flatMap(view -> check("materialized view", view.name(), view.options().parameters()));
        return Stream.concat(tables, views);
    }

    private Stream<Problem> check(String kind, QualifiedName owner, StorageParameters parameters) {
        return parameters.values().entrySet().stream()
                .flatMap(it -> check(kind, owner.display(), it.getKey(), it.getValue()));
    }

    private Stream<Problem> check(String kind, String subject, String name, String value) {
        String bare = StorageParameters.withoutToast(name);
        boolean ofToast = !bare.equals(name);
        List<String> known = Stream.concat(NUMBERS.keySet().stream(), WORDS.keySet().stream())
                .filter(it -> !ofToast || !NOT_OF_TOAST.contains(it))
                .toList();
        if (!known.contains(bare)) {
            return Stream.of(error(
                    subject,
                    "a " + (ofToast ? "TOAST table" : kind) + " has no storage parameter " + bare,
                    Suggestion.orElse(bare, known, "It has " + String.join(", ", known) + ".")));
        }
        return isAllowed(bare, value)
                ? Stream.empty()
                : Stream.of(error(subject, "the storage parameter " + name + " cannot be " + value, allowed(bare)));
    }

    private static boolean isAllowed(String name, String value) {
        List<Long> range = NUMBERS.get(name);
        if (range == null) {
            return WORDS.getOrDefault(name, Set.of()).contains(value);
        }
        if (!value.matches("-?\\d+(\\.\\d+)?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(BigDecimal.valueOf(range.get(0))) >= 0
                && number.compareTo(BigDecimal.valueOf(range.get(1))) <= 0;
    }

    private static String allowed(String name) {
        List<Long> range = NUMBERS.get(name);
        return range == null
                ? "It is one of " + String.join(", ", WORDS.getOrDefault(name, Set.of()).stream().sorted().toList())
                        + "."
                : "It is a number from " + range.get(0) + " to " + range.get(1) + ".";
    }
}
