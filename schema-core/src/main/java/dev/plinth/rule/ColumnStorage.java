package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.options().isLocal() && !column.options().equals(ColumnOptions.NONE)) {
                check(TableRule.part(table, column.name()), column, problems);
            }
        }
        return problems.stream();
    }

    private void check(String subject, Column column, List<Problem> problems) {
        ColumnOptions options = column.options();
        if (column.type() instanceof ColumnType.BuiltIn type && OF_ONE_LENGTH.contains(type.name())) {
            checkOfOneLength(subject, options, problems);
        }
        String compression = options.compression();
        if (compression != null && !COMPRESSIONS.contains(compression)) {
            problems.add(error(subject, "cannot be compressed by " + compression, "It is pglz or lz4."));
        }
        Integer target = options.statistics();
        if (target != null && (target < 0 || target > MOST_STATISTICS)) {
            problems.add(error(
                    subject, "cannot have the statistics target " + target, "It is a number from 0 to 10000."));
        }
        for (Map.Entry<String, String> parameter : options.parameters().values().entrySet()) {
            checkParameter(subject, parameter.getKey(), parameter.getValue(), problems);
        }
    }

    private void checkOfOneLength(String subject, ColumnOptions options, List<Problem> problems) {
        if (options.storage() != null) {
            problems.add(
                    error(subject, "has a type of one length, which is stored PLAIN", "Leave storage(...) out."));
        }
        if (options.compression() != null) {
            problems.add(error(
                    subject, "has a type of one length, which is not compressed", "Leave compression(...) out."));
        }
    }

    private void checkParameter(String subject, String name, String value, List<Problem> problems) {
        if (!PARAMETERS.contains(name)) {
            problems.add(error(
                    subject, "a column has no parameter " + name, "It has n_distinct and n_distinct_inherited."));
        } else if (new BigDecimal(value).compareTo(BigDecimal.ONE.negate()) < 0) {
            problems.add(error(
                    subject,
                    name + " cannot be " + value,
                    "It is a count, or down to -1 for a share of the rows."));
        }
    }
}
