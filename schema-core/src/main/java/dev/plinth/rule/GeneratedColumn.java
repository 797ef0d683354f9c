package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A generated column has no default, an identity or serial column is an integer, and identity is NOT NULL. */
final class GeneratedColumn implements TableRule {

    private static final Set<BuiltInType> INTEGERS =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT);

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generation() != null) {
                check(TableRule.part(table, column.name()), column, problems);
            }
        }
        return problems.stream();
    }

    private void check(String subject, Column column, List<Problem> problems) {
        if (column.defaultValue() != null) {
            problems.add(error(subject, "is generated and has a default", "Drop defaultTo(...)."));
        }
        if (!(column.generation() instanceof Generation.Computed)) {
            checkNumbered(subject, column, problems);
        }
    }

    private void checkNumbered(String subject, Column column, List<Problem> problems) {
        if (!(column.type() instanceof ColumnType.BuiltIn type) || !INTEGERS.contains(type.name())) {
            problems.add(error(
                    subject,
                    "is " + TypeNames.of(column.type()) + ", which no sequence counts",
                    "Declare it as smallint(), integer() or bigint()."));
        } else if (column.nullable() && column.generation() instanceof Generation.Identity) {
            problems.add(error(subject, "is an identity column and nullable", "Declare it notNull()."));
        }
    }
}
