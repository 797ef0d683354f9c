package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a row of pg_constraint, which speaks in oids and attribute numbers, with the index that it owns, into a constraint of
 * the model.
 */
final class ConstraintAssembler {

    private final Map<Long, TableQuery.Row> tables;
    private final Map<Long, NumberedColumns> columns;
    private final NumberedColumns own;
    private final Map<Long, Live<Index>> indexes;

    /**
     * @param columns the columns of each of the tables
     * @param table the oid of the table that has the constraints
     * @param indexes the indexes of that table by oid
     */
    ConstraintAssembler(
            Map<Long, TableQuery.Row> tables,
            Map<Long, NumberedColumns> columns,
            long table,
            Map<Long, Live<Index>> indexes) {
        this.tables = tables;
        this.columns = columns;
        this.own = columns.getOrDefault(table, NumberedColumns.NONE);
        this.indexes = indexes;
    }

    Live<Constraint> assemble(ConstraintQuery.Row row) {
        List<String> unmodelled = row.triggers() != null
                ? List.of(row.triggers())
                : row.ownsIndex() ? index(row).unmodelled() : List.of();
        return new Live<>(
                constraint(row), row.inherited() ? Live.State.INHERITED : Live.State.USABLE, unmodelled);
    }

    private Constraint constraint(ConstraintQuery.Row row) {
        return switch (row.type()) {
            case "p" ->
                new Constraint.PrimaryKey(row.name(), own.names(row.columns()), row.period(), options(row), null);
            case "u" ->
                new Constraint.Unique(
                        row.name(),
                        own.names(row.columns()),
                        index(row).object().nullsNotDistinct(),
                        row.period(),
                        options(row),
                        null);
            case "x" -> exclusion(row, index(row).object());
            case "c" ->
                new Constraint.Check(
                        row.name(),
                        new Expression.Sql(Parentheses.strip(Objects.requireNonNull(row.condition()))),
                        row.noInherit(),
                        row.enforcement(),
                        null);
            case "f" -> foreignKey(row, Objects.requireNonNull(row.target()));
            default -> throw new IllegalStateException("unexpected constraint type " + row.type());
        };
    }

    private Constraint exclusion(ConstraintQuery.Row row, Index index) {
        List<Constraint.Exclusion.Element> elements = new ArrayList<>();
        for (int place = 0; place < index.keys().size(); place++) {
            IndexKey key = index.keys().get(place);
            elements.add(new Constraint.Exclusion.Element(key, row.operators().get(place)));
        }
        return new Constraint.Exclusion(
                row.name(), index.method(), elements, options(row), index.predicate(), null);
    }

    private KeyOptions options(ConstraintQuery.Row row) {
        Index index = index(row).object();
        return new KeyOptions(index.include(), index.parameters(), row.deferral());
    }

    private Constraint foreignKey(ConstraintQuery.Row row, ConstraintQuery.Target target) {
        TableQuery.Row declared = tables.get(target.table());
        List<String> undeclared = target.undeclared();
        return new Constraint.ForeignKey(
                row.name(),
                own.names(row.columns()),
                declared == null ? new QualifiedName(undeclared.get(0), undeclared.get(1)) : declared.name(),
                declared == null
                        ? undeclared.subList(2, undeclared.size())
                        : columns.getOrDefault(target.table(), NumberedColumns.NONE).names(target.columns()),
                target.onDelete(),
                target.onUpdate(),
                new ForeignKeyOptions(
                        target.matchFull(), own.names(target.onDeleteColumns()), row.period(), row.deferral(),
                        row.enforcement()),
                null);
    }

    private Live<Index> index(ConstraintQuery.Row row) {
        return Objects.requireNonNull(indexes.get(row.index()), row.name());
    }
}
