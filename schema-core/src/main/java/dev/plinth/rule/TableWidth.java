package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/**
 * A table has at most 1600 columns.
 *
 * @see <a href="https://www.postgresql.org/docs/current/limits.html">PostgreSQL Limits</a>
 */
final class TableWidth implements TableRule {

    private static final int MAX = 1600;

    @Override
    public Stream<Problem> check(Table table) {
        int columns = table.columns().size();
        return columns <= MAX
                ? Stream.empty()
                : Stream.of(error(
                        table.name().display(),
                        "has " + columns + " columns, and PostgreSQL allows " + MAX,
                        "Split the table, or keep the rest in a jsonb() column."));
    }
}
