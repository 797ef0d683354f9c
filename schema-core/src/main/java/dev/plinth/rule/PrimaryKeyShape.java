package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table has one primary key at most, and its columns are NOT NULL. */
final class PrimaryKeyShape implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<PrimaryKey> keys = table.constraints(PrimaryKey.class);
        if (keys.isEmpty()) {
            return Stream.empty();
        }
        List<Problem> problems = new ArrayList<>();
        for (PrimaryKey key : keys.subList(1, keys.size())) {
            problems.add(error(
                    TableRule.part(table, key.name()),
                    "is a second primary key",
                    "Make it a unique(...) constraint."));
        }
        checkNullable(table, keys.getFirst(), problems);
        return problems.stream();
    }

    private void checkNullable(Table table, PrimaryKey key, List<Problem> problems) {
        for (String name : key.columns()) {
            Column column = table.column(name).orElse(null);
            if (column != null && column.nullable()) {
                problems.add(error(
                        TableRule.part(table, name),
                        "is nullable and part of the primary key",
                        "Declare it notNull()."));
            }
        }
    }
}
