package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/** A table has one primary key at most, and its columns are NOT NULL. */
final class PrimaryKeyShape implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<PrimaryKey> keys = table.constraints(PrimaryKey.class);
        Stream<Problem> second = keys.stream()
                .skip(1)
                .map(key -> error(
                        TableRule.part(table, key.name()),
                        "is a second primary key",
                        "Make it a unique(...) constraint."));
        return Stream.concat(second, keys.stream().limit(1).flatMap(key -> nullable(table, key)));
    }

    private Stream<Problem> nullable(Table table, PrimaryKey key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(Column::nullable)
                .map(column -> error(
                        TableRule.part(table, column.name()),
                        "is nullable and part of the primary key",
                        "Declare it notNull()."));
    }
}
