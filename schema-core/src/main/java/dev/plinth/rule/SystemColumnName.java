package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of system columns are taken in every table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns</a>
 */
final class SystemColumnName implements TableRule {

    private static final Set<String> RESERVED = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (RESERVED.contains(column.name())) {
                problems.add(error(
                        TableRule.part(table, column.name()),
                        "is the name of a system column that every table has",
                        "Rename the column."));
            }
        }
        return problems.stream();
    }
}
