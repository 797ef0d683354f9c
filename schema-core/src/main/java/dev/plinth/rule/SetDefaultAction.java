package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SET DEFAULT needs columns with a default; without one it sets them to null, or fails where they are NOT NULL. */
final class SetDefaultAction implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (ForeignKey key : table.constraints(ForeignKey.class)) {
            for (String name : key.columnsSetBy(ReferentialAction.SET_DEFAULT)) {
                Column column = table.column(name).orElse(null);
                if (column != null && column.defaultValue() == null) {
                    problems.add(withoutDefault(table, column));
                }
            }
        }
        return problems.stream();
    }

    private Problem withoutDefault(Table table, Column column) {
        String subject = TableRule.part(table, column.name());
        String message = "has no default, but its foreign key says SET DEFAULT";
        return column.nullable()
                ? warning(subject, message, "Add defaultTo(...), or say SET_NULL, which is what happens.")
                : error(subject, message, "Add defaultTo(...), or use RESTRICT or CASCADE.");
    }
}
