package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.stream.Stream;

/**
 * The type of an indexed column has a default operator class for the method, and one that queries use. Who names an
 * operator class knows.
 */
final class IndexMethodFit implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.indexes().stream().flatMap(index -> index.keys().stream()
                .filter(key -> key.operatorClass() == null)
                .flatMap(key -> key.target() instanceof Target.OfColumn column
                        ? table.column(column.name()).stream()
                        : Stream.<Column>empty())
                .flatMap(column -> check(table, index, column)));
    }

    private Stream<Problem> check(Table table, Index index, Column column) {
        String subject = TableRule.part(table, column.name());
        String method = index.method().name();
        String type = TypeNames.of(column.type());
        return switch (OperatorClasses.fit(index.method(), column.type())) {
            case FITS -> Stream.empty();
            case NEEDS_EXTENSION ->
                Stream.of(warning(
                        subject,
                        method + " index on " + type + " needs the extension btree_" + method,
                        "Use a b-tree, which is the default, or install the extension."));
            case IMPOSSIBLE ->
                Stream.of(error(subject, method + " has no default operator class for " + type, remedy(column.type())));
            case USELESS ->
                Stream.of(warning(
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
