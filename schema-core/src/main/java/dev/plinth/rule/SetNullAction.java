package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SET NULL needs columns that can be null; otherwise every delete of a referenced row fails. */
final class SetNullAction implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (ForeignKey key : table.constraints(ForeignKey.class)) {
            for (String name : key.columnsSetBy(ReferentialAction.SET_NULL)) {
                Column column = table.column(name).orElse(null);
                if (column != null && !column.nullable()) {
                    problems.add(notNull(table, column));
                }
            }
        }
        return problems.stream();
    }

    private Problem notNull(Table table, Column column) {
        return error(
                TableRule.part(table, column.name()),
                "is NOT NULL, but its foreign key says SET NULL",
                "Drop notNull(), or use RESTRICT or CASCADE.");
    }
}
