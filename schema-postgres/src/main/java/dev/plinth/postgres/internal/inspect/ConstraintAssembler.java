package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns a row of pg_constraint, which speaks in oids and attribute numbers, into a constraint of the model. */
final class ConstraintAssembler {

    private final Map<Long, TableQuery.Row> tables;
    private final Map<Long, NumberedColumns> columns;

    /** @param columns the columns of each of the tables */
    ConstraintAssembler(Map<Long, TableQuery.Row> tables, Map<Long, NumberedColumns> columns) {
        this.tables = tables;
        this.columns = columns;
    }

    /** @param table the oid of the table that has it */
    Live<Constraint> assemble(long table, ConstraintQuery.Row row) {
        return new Live<>(constraint(table, row), row.state(), row.unmodelled());
    }

    private Constraint constraint(long table, ConstraintQuery.Row row) {
        return switch (row.type()) {
            case "p" -> new Constraint.PrimaryKey(row.name(), names(table, row.columns()), null);
            case "u" -> new Constraint.Unique(row.name(), names(table, row.columns()), null);
            case "c" -> new Constraint.Check(row.name(), condition(row), null);
            case "f" -> foreignKey(table, row, Objects.requireNonNull(row.target()));
            default -> throw new IllegalStateException("unexpected constraint type " + row.type());
        };
    }

    private static Expression condition(ConstraintQuery.Row row) {
        return new Expression.Sql(Parentheses.strip(Objects.requireNonNull(row.condition())));
    }

    private Constraint foreignKey(long table, ConstraintQuery.Row row, ConstraintQuery.Target target) {
        TableQuery.Row declared = tables.get(target.table());
        List<String> undeclared = target.undeclared();
        return new Constraint.ForeignKey(
                row.name(),
                names(table, row.columns()),
                declared == null ? new QualifiedName(undeclared.get(0), undeclared.get(1)) : declared.name(),
                declared == null
                        ? undeclared.subList(2, undeclared.size())
                        : names(target.table(), target.columns()),
                target.onDelete(),
                target.onUpdate(),
                null);
    }

    private List<String> names(long table, List<Integer> numbers) {
        return columns.getOrDefault(table, NumberedColumns.NONE).names(numbers);
    }
}
