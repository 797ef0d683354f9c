package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The type of an indexed column has a default operator class for the method, and one that queries use. Who names an
 * operator class knows. So it is with the columns of a primary key, a unique or an exclusion constraint, which no query need use.
 */
final class IndexMethodFit implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        Set<String> extensions = new HashSet<>();
        for (Extension extension : schema.extensions()) {
            extensions.add(extension.name());
        }
        for (Table table : schema.tables()) {
            for (Index index : table.indexes()) {
                check(table, index, problems);
            }
            for (Exclusion exclusion : table.constraints(Exclusion.class)) {
                check(table, exclusion, extensions, problems);
            }
            for (PrimaryKey key : table.constraints(PrimaryKey.class)) {
                check(table, key.name(), key.withoutOverlaps() ? List.of() : key.columns(), problems);
            }
            for (Unique key : table.constraints(Unique.class)) {
                check(table, key.name(), key.withoutOverlaps() ? List.of() : key.columns(), problems);
            }
        }
        return problems.stream();
    }

    /** The columns of a key that is a b-tree, as each is but one WITHOUT OVERLAPS. */
    private void check(Table table, String key, List<String> columns, List<Problem> problems) {
        for (String name : columns) {
            Column column = table.column(name).orElse(null);
            if (column != null
                    && OperatorClasses.fit(IndexMethod.BTREE, column.type()) == OperatorClasses.Fit.IMPOSSIBLE) {
                problems.add(error(
                        TableRule.part(table, key),
                        "has the column " + name + ", and the b-tree of a key has no default operator class for "
                                + TypeNames.of(column.type()),
                        "Use another type, or a unique index on an expression: sql(\"...\")."));
            }
        }
    }

    /** A method that excludes nothing is a mistake of its own. */
    private void check(Table table, Exclusion exclusion, Set<String> extensions, List<Problem> problems) {
        IndexMethod method = exclusion.method();
        for (Exclusion.Element element : exclusion.elements()) {
            IndexKey key = element.key();
            if (key.operatorClass() == null
                    && key.target() instanceof Target.OfColumn(String name)
                    && !ExclusionMethod.IMPOSSIBLE.contains(method.name())) {
                Column column = table.column(name).orElse(null);
                if (column != null) {
                    check(table, exclusion, column, extensions, problems);
                }
            }
        }
    }

    private void check(
            Table table, Exclusion exclusion, Column column, Set<String> extensions, List<Problem> problems) {
        String subject = TableRule.part(table, exclusion.name());
        String method = exclusion.method().name();
        String type = TypeNames.of(column.type());
        switch (OperatorClasses.fit(exclusion.method(), column.type())) {
            case FITS, USELESS -> {}
            case NEEDS_EXTENSION -> {
                String extension = "btree_" + method;
                if (!extensions.contains(extension)) {
                    problems.add(warning(
                            subject,
                            "excludes by " + column.name() + ", and " + method + " on " + type
                                    + " needs the extension " + extension,
                            "List extension(\"" + extension + "\") in schema(...), unless somebody else installs it."));
                }
            }
            case IMPOSSIBLE -> problems.add(error(
                    subject,
                    "excludes by " + column.name() + ", and " + method + " has no default operator class for " + type,
                    "Use another method, or exclude by an expression: sql(\"...\")."));
        }
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
