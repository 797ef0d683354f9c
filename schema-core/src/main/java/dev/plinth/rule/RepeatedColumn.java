package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A key names a column once; PostgreSQL refuses more. In an index and a foreign key it is allowed and never meant. */
final class RepeatedColumn implements PartsRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (ColumnList list : ColumnList.of(table)) {
            for (String column : Duplicates.of(list.columns())) {
                problems.add(repeated(table, list, column));
            }
        }
        return problems.stream();
    }

    private Problem repeated(Table table, ColumnList list, String column) {
        String subject = TableRule.part(table, list.name());
        String message = "the " + list.kind().words() + " names " + column + " twice";
        String remedy = "Name it once.";
        return switch (list.kind()) {
            case PRIMARY_KEY, UNIQUE -> error(subject, message, remedy);
            case FOREIGN_KEY, CHECK, EXCLUSION, INDEX -> warning(subject, message, remedy);
        };
    }
}
