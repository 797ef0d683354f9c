package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keys, foreign keys and indexes are made of columns that the table has; those of a view are known where it names them. */
final class UnknownColumn implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            check(table, names(table), problems);
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            if (!view.columns().isEmpty()) {
                check(view.parts(), view.columns(), problems);
                checkDefaults(view, problems);
            }
        }
        return problems.stream();
    }

    private static List<String> names(Table table) {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(column.name());
        }
        return names;
    }

    private void checkDefaults(NamedQuery query, List<Problem> problems) {
        if (query instanceof View view) {
            for (ColumnDefault one : view.defaults()) {
                if (!view.mayHave(one.column())) {
                    problems.add(unknown(view.parts(), one.column(), one.column(), view.columns()));
                }
            }
        }
    }

    private void check(Table table, List<String> known, List<Problem> problems) {
        for (ColumnList list : ColumnList.of(table)) {
            for (String column : list.columns()) {
                if (!known.contains(column)) {
                    problems.add(unknown(table, list.name(), column, known));
                }
            }
        }
    }

    private Problem unknown(Table table, String part, String column, List<String> known) {
        String otherwise = "Its columns are " + String.join(", ", known) + ".";
        return error(
                TableRule.part(table, part),
                "no such column: " + column,
                Suggestion.orElse(column, known, otherwise));
    }
}
