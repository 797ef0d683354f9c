package dev.plinth.plan;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateFunction;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that an addition provides and others cannot do without. */
sealed interface Need {

    /** An extension. */
    record OfExtension(String name) implements Need {}

    /** A function. */
    record OfFunction(QualifiedName name) implements Need {}

    /** A table. */
    record OfTable(QualifiedName name) implements Need {}

    /** A column. */
    record OfColumn(QualifiedName table, String name) implements Need {}

    /** A primary or unique key over these columns, in any order: what a foreign key points to. */
    record OfKey(QualifiedName table, Set<String> columns) implements Need {}

    /** What exists once the addition is made. */
    static List<Need> providedBy(SqlChange change) {
        return switch (change) {
            case CreateExtension created -> List.of(new OfExtension(created.extension().name()));
            case CreateFunction created -> List.of(new OfFunction(created.function().name()));
            case CreateTable created -> {
                QualifiedName table = created.table().name();
                List<Need> provided = new ArrayList<>();
                provided.add(new OfTable(table));
                created.table().columns().forEach(column -> provided.add(new OfColumn(table, column.name())));
                yield provided;
            }
            case AddColumn added -> List.of(new OfColumn(added.table(), added.column().name()));
            case AddConstraint added -> key(added.table(), added.constraint());
            case CreateIndex created -> key(created.table(), created.index());
            case RebuildIndex rebuilt -> key(rebuilt.table(), rebuilt.index());
            case CreateNamespace ignored -> List.of();
            case ValidateConstraint ignored -> List.of();
            case CreateTrigger ignored -> List.of();
        };
    }

    /** What has to exist before the addition can be made. */
    static List<Need> of(SqlChange change, Iterable<String> columnsOfTable) {
        return switch (change) {
            case CreateTable created ->
                created.table().columns().stream().flatMap(column -> extension(column.type()).stream()).toList();
            case AddColumn added -> ofColumn(added);
            case AddConstraint added -> ofConstraint(added.table(), added.constraint(), columnsOfTable);
            case ValidateConstraint validated ->
                ofConstraint(validated.table(), validated.constraint(), columnsOfTable);
            case CreateIndex created -> ofIndex(created, columnsOfTable);
            case CreateTrigger created ->
                List.of(new OfTable(created.table()), new OfFunction(created.trigger().function()));
            case CreateNamespace ignored -> List.of();
            case CreateExtension ignored -> List.of();
            case CreateFunction ignored -> List.of();
            case RebuildIndex ignored -> List.of();
        };
    }

    /** The extension that a type comes from. */
    static List<Need> extension(ColumnType type) {
        return switch (type) {
            case ColumnType.OfExtension ofExtension -> List.of(new OfExtension(ofExtension.extension()));
            case ColumnType.Array array -> extension(array.element());
            case ColumnType.BuiltIn ignored -> List.of();
            case ColumnType.Native ignored -> List.of();
        };
    }

    /** The columns that a constraint of {@code table} cannot do without; for a text those whose names occur in it. */
    static List<String> columns(Constraint constraint, Iterable<String> columnsOfTable) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.Unique key -> key.columns();
            case Constraint.ForeignKey key -> key.columns();
            case Constraint.Check check -> mentioned(check.condition(), columnsOfTable);
        };
    }

    private static List<Need> ofColumn(AddColumn added) {
        Column column = added.column();
        return Stream.concat(Stream.of(new OfTable(added.table())), extension(column.type()).stream()).toList();
    }

    private static List<Need> ofConstraint(
            QualifiedName table, Constraint constraint, Iterable<String> columnsOfTable) {
        List<Need> needs = new ArrayList<>();
        needs.add(new OfTable(table));
        columns(constraint, columnsOfTable).forEach(column -> needs.add(new OfColumn(table, column)));
        if (constraint instanceof Constraint.ForeignKey key) {
            needs.add(new OfTable(key.target()));
            key.targetColumns().forEach(column -> needs.add(new OfColumn(key.target(), column)));
            needs.add(new OfKey(key.target(), Set.copyOf(key.targetColumns())));
        }
        return needs;
    }

    private static List<Need> ofIndex(CreateIndex created, Iterable<String> columnsOfTable) {
        Index index = created.index();
        List<String> columns = new ArrayList<>(index.include());
        columns.addAll(mentioned(index.predicate(), columnsOfTable));
        for (IndexKey key : index.keys()) {
            columns.addAll(
                    switch (key.target()) {
                        case IndexKey.Target.OfColumn column -> List.of(column.name());
                        case IndexKey.Target.OfExpression text -> mentioned(text.expression(), columnsOfTable);
                    });
        }
        List<Need> needs = new ArrayList<>();
        needs.add(new OfTable(created.table()));
        columns.forEach(column -> needs.add(new OfColumn(created.table(), column)));
        return needs;
    }

    private static List<Need> key(QualifiedName table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> List.of(new OfKey(table, Set.copyOf(key.columns())));
            case Constraint.Unique key -> List.of(new OfKey(table, Set.copyOf(key.columns())));
            case Constraint.Check ignored -> List.of();
            case Constraint.ForeignKey ignored -> List.of();
        };
    }

    private static List<Need> key(QualifiedName table, Index index) {
        List<String> columns = index.keys().stream()
                .map(IndexKey::target)
                .map(target -> target instanceof IndexKey.Target.OfColumn column ? column.name() : "")
                .toList();
        return index.unique() && index.predicate() == null
                ? List.of(new OfKey(table, Set.copyOf(columns)))
                : List.of();
    }

    private static List<String> mentioned(@Nullable Expression expression, Iterable<String> columnsOfTable) {
        return switch (expression) {
            case null -> List.of();
            case Expression.OneOf oneOf -> List.of(oneOf.column());
            case Expression.Sql sql -> namesIn(sql.text(), columnsOfTable);
            case Expression.StringLiteral ignored -> List.of();
            case Expression.NumberLiteral ignored -> List.of();
            case Expression.BooleanLiteral ignored -> List.of();
        };
    }

    private static List<String> namesIn(String text, Iterable<String> columnsOfTable) {
        List<String> names = new ArrayList<>();
        for (String column : columnsOfTable) {
            if (Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])").matcher(text).find()) {
                names.add(column);
            }
        }
        return names;
    }
}
