package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** SET NULL needs columns that can be null; otherwise every delete of a referenced row fails. */
final class SetNullAction implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.constraints(ForeignKey.class).stream()
                .flatMap(key -> key.columnsSetBy(ReferentialAction.SET_NULL).stream())
                .flatMap(name -> table.column(name).stream())
                .filter(column -> !column.nullable())
                .map(column -> notNull(table, column));
    }

    private Problem notNull(Table table, Column column) {
        return error(
                TableRule.part(table, column.name()),
                "is NOT NULL, but its foreign key says SET NULL",
                "Drop notNull(), or use RESTRICT or CASCADE.");
    }
}
