package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The type of an indexed column has a default operator class for the method, and one that queries use. Who names an
 * operator class knows.
 */
final class IndexMethodFit implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Index index : table.indexes()) {
            check(table, index, problems);
        }
        return problems.stream();
    }

    private void check(Table table, Index index, List<Problem> problems) {
        for (IndexKey key : index.keys()) {
            if (key.operatorClass() == null && key.target() instanceof Target.OfColumn(String name)) {
                Optional<Column> column = table.column(name);
                Optional<Problem> problem = column.isPresent() ? problem(table, index, column.get()) : Optional.empty();
                if (problem.isPresent()) {
                    problems.add(problem.get());
                }
            }
        }
    }

    private Optional<Problem> problem(Table table, Index index, Column column) {
        String subject = TableRule.part(table, column.name());
        String method = index.method().name();
        String type = TypeNames.of(column.type());
        return switch (OperatorClasses.fit(index.method(), column.type())) {
            case FITS -> Optional.empty();
            case NEEDS_EXTENSION ->
                Optional.of(warning(
                        subject,
                        method + " index on " + type + " needs the extension btree_" + method,
                        "Use a b-tree, which is the default, or install the extension."));
            case IMPOSSIBLE ->
                Optional.of(error(
                        subject, method + " has no default operator class for " + type, remedy(column.type())));
            case USELESS ->
                Optional.of(warning(
                        subject,
                        "b-tree index on " + shortName(column.type()) + " is never used by "
                                + OperatorClasses.queries(column.type()) + " queries",
                        remedy(column.type())));
        };
    }

    private static String remedy(ColumnType type) {
        return OperatorClasses.natural(type)
                .map(it -> "Add .using(" + it + ").")
                .orElse("Use another method, or index an expression: sql(\"...\").");
    }

    private static String shortName(ColumnType type) {
        return type instanceof ColumnType.OfExtension extension ? extension.name() : TypeNames.of(type);
    }
}
