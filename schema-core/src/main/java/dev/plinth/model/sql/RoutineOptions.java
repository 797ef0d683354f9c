package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a function or procedure besides what it does.
 *
 * @param strict whether a null among the arguments gives null without a call
 * @param cost in units of {@code cpu_operator_cost}; null for 100, and for 1 in the languages {@code c} and
 *     {@code internal}
 * @param rows how many rows a function that returns a set is expected to return; null for 1000
 * @param settings the SET clauses, in order
 * @param window whether it is a window function
 * @param support the SUPPORT function, which tells the planner about calls; null for none
 * @param transforms TRANSFORM: the types that are converted for the language
 */
public record RoutineOptions(
        Volatility volatility,
        boolean strict,
        boolean securityDefiner,
        boolean leakproof,
        Parallel parallel,
        @Nullable BigDecimal cost,
        @Nullable Integer rows,
        List<Setting> settings,
        boolean window,
        @Nullable QualifiedName support,
        List<ColumnType> transforms) {

    /** What PostgreSQL takes where nothing is said. */
    public static final RoutineOptions DEFAULTS = new RoutineOptions(
            Volatility.VOLATILE, false, false, false, Parallel.UNSAFE, null, null, List.of(), false, null, List.of());

    public RoutineOptions {
        cost = cost == null ? null : plain(cost.stripTrailingZeros());
        settings = List.copyOf(settings);
        transforms = List.copyOf(transforms);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The same with another SUPPORT function and types of TRANSFORM. */
    public RoutineOptions with(@Nullable QualifiedName otherSupport, List<ColumnType> otherTransforms) {
        return new RoutineOptions(volatility, strict, securityDefiner, leakproof, parallel, cost, rows, settings,
                window, otherSupport, otherTransforms);
    }

    /** The same with other words that procedures have too. */
    public RoutineOptions with(boolean asOwner, List<Setting> otherSettings, List<ColumnType> otherTransforms) {
        return new RoutineOptions(volatility, strict, asOwner, leakproof, parallel, cost, rows, otherSettings,
                window, support, otherTransforms);
    }

    /** Whether equal arguments give equal results. */
    public enum Volatility {
        VOLATILE,
        STABLE,
        IMMUTABLE
    }

    /** Whether it may run in a parallel plan. */
    public enum Parallel {
        UNSAFE,
        RESTRICTED,
        SAFE
    }

    /**
     * SET name TO values, for the time of a call.
     *
     * @param values one; several for a setting that is a list, as {@code search_path}
     */
    public record Setting(String name, List<String> values) {
        public Setting {
            values = List.copyOf(values);
        }
    }
}
