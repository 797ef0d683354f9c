package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a column can be stored, and what the planner can be told of it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-STORAGE">SET STORAGE</a>
 */
final class ColumnStorage implements TableRule {

    private static final int MOST_STATISTICS = 10_000;
    private static final Set<String> COMPRESSIONS = Set.of("pglz", "lz4");
    private static final Set<String> PARAMETERS = Set.of("n_distinct", "n_distinct_inherited");

    /** Types of one length, which are never compressed and never leave the row. */
    private static final Set<BuiltInType> OF_ONE_LENGTH = EnumSet.of(
            BuiltInType.SMALLINT,
            BuiltInType.INTEGER,
            BuiltInType.BIGINT,
            BuiltInType.REAL,
            BuiltInType.DOUBLE_PRECISION,
            BuiltInType.BOOLEAN,
            BuiltInType.UUID,
            BuiltInType.DATE,
            BuiltInType.TIME,
            BuiltInType.TIME_WITH_TIME_ZONE,
            BuiltInType.TIMESTAMP,
            BuiltInType.TIMESTAMP_WITH_TIME_ZONE,
            BuiltInType.INTERVAL,
            BuiltInType.MONEY);

    @Override
    public Stream<Problem> check(Table table) {
        return table.columns().stream()
                .filter(column -> column.options().isLocal())
                .flatMap(column -> check(TableRule.part(table, column.name()), column));
    }

    private Stream<Problem> check(String subject, Column column) {
        ColumnOptions options = column.options();
        boolean ofOneLength = column.type() instanceof ColumnType.BuiltIn type && OF_ONE_LENGTH.contains(type.name());
        Integer target = options.statistics();
        return Stream.of(
                when(
                        ofOneLength && options.storage() != null,
                        error(subject, "has a type of one length, which is stored PLAIN", "Leave storage(...) out.")),
                when(
                        ofOneLength && options.compression() != null,
                        error(subject, "has a type of one length, which is not compressed",
                                "Leave compression(...) out.")),
                when(
                        options.compression() != null && !COMPRESSIONS.contains(options.compression()),
                        error(subject, "cannot be compressed by " + options.compression(), "It is pglz or lz4.")),
                when(
                        target != null && (target < 0 || target > MOST_STATISTICS),
                        error(subject, "cannot have the statistics target " + target,
                                "It is a number from 0 to 10000.")),
                options.parameters().values().entrySet().stream().flatMap(it -> parameter(subject, it)))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> parameter(String subject, Map.Entry<String, String> parameter) {
        if (!PARAMETERS.contains(parameter.getKey())) {
            return Stream.of(error(
                    subject,
                    "a column has no parameter " + parameter.getKey(),
                    "It has n_distinct and n_distinct_inherited."));
        }
        return when(
                new BigDecimal(parameter.getValue()).compareTo(BigDecimal.ONE.negate()) < 0,
                error(
                        subject,
                        parameter.getKey() + " cannot be " + parameter.getValue(),
                        "It is a count, or down to -1 for a share of the rows."));
    }

    private static Stream<Problem> when(boolean wrong, Problem problem) {
        return wrong ? Stream.of(problem) : Stream.empty();
    }
}
