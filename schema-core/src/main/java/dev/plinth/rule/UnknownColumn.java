package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/** Keys, foreign keys and indexes are made of columns that the table has. */
final class UnknownColumn implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return ColumnList.of(table).flatMap(list -> list.columns().stream()
                .filter(column -> table.column(column).isEmpty())
                .map(column -> unknown(table, list, column)));
    }

    private Problem unknown(Table table, ColumnList list, String column) {
        List<String> known = table.columns().stream().map(Column::name).toList();
        String otherwise = "Its columns are " + String.join(", ", known) + ".";
        return error(
                TableRule.part(table, list.name()),
                "no such column: " + column,
                Suggestion.orElse(column, known, otherwise));
    }
}
