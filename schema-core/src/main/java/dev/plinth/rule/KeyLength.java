package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key or an index has 1 to 32 columns, included ones counted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/limits.html">PostgreSQL Limits</a>
 */
final class KeyLength implements TableRule {

    private static final int MAX = 32;

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (ColumnList list : ColumnList.of(table)) {
            if (list.length() == 0 || list.length() > MAX) {
                problems.add(problem(table, list));
            }
        }
        return problems.stream();
    }

    private Problem problem(Table table, ColumnList list) {
        return error(
                TableRule.part(table, list.name()),
                "the " + list.kind().words() + " has " + list.length() + " columns, and PostgreSQL allows 1 to " + MAX,
                "Name fewer columns, and at least one.");
    }
}
