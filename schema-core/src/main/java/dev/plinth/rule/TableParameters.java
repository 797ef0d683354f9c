package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
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
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (table.options().accessMethod() == null) {
                check("table", table.name(), table.options().parameters(), problems);
            }
        }
        for (MaterializedView view : schema.objects(MaterializedView.class)) {
            if (view.options().accessMethod() == null) {
                check("materialized view", view.name(), view.options().parameters(), problems);
            }
        }
        return problems.stream();
    }

    private void check(String kind, QualifiedName owner, StorageParameters parameters, List<Problem> problems) {
        for (Map.Entry<String, String> parameter : parameters.values().entrySet()) {
            check(kind, owner.display(), parameter.getKey(), parameter.getValue(), problems);
        }
    }

    private void check(String kind, String subject, String name, String value, List<Problem> problems) {
        String bare = StorageParameters.withoutToast(name);
        boolean ofToast = !bare.equals(name);
        boolean isKnown = NUMBERS.containsKey(bare) || WORDS.containsKey(bare);
        if (!isKnown || ofToast && NOT_OF_TOAST.contains(bare)) {
            problems.add(unknown(ofToast ? "TOAST table" : kind, subject, bare, known(ofToast)));
        } else if (!isAllowed(bare, value)) {
            problems.add(
                    error(subject, "the storage parameter " + name + " cannot be " + value, allowed(bare)));
        }
    }

    private Problem unknown(String kind, String subject, String name, List<String> known) {
        return error(
                subject,
                "a " + kind + " has no storage parameter " + name,
                Suggestion.orElse(name, known, "It has " + String.join(", ", known) + "."));
    }

    private static List<String> known(boolean ofToast) {
        return Stream.concat(NUMBERS.keySet().stream(), WORDS.keySet().stream())
                .filter(it -> !ofToast || !NOT_OF_TOAST.contains(it))
                .toList();
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
