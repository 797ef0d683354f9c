package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** SET DEFAULT needs columns with a default; without one it sets them to null, or fails where they are NOT NULL. */
final class SetDefaultAction implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.constraints(ForeignKey.class).stream()
                .flatMap(key -> key.columnsSetBy(ReferentialAction.SET_DEFAULT).stream())
                .flatMap(name -> table.column(name).stream())
                .filter(column -> column.defaultValue() == null)
                .map(column -> withoutDefault(table, column));
    }

    private Problem withoutDefault(Table table, Column column) {
        String subject = TableRule.part(table, column.name());
        String message = "has no default, but its foreign key says SET DEFAULT";
        return column.nullable()
                ? warning(subject, message, "Add defaultTo(...), or say SET_NULL, which is what happens.")
                : error(subject, message, "Add defaultTo(...), or use RESTRICT or CASCADE.");
    }
}
