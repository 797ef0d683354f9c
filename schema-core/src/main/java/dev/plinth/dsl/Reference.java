package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Table;
import dev.plinth.rule.ForeignKeyType;
import dev.plinth.rule.Problem;
import dev.plinth.rule.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A foreign key to a table that is already defined: everything about it can be checked at once. */
record Reference(TableDraft table, List<ColumnHandle> sources) {

    QualifiedName name(@Nullable Table parent) {
        if (parent == null) {
            throw refusal(
                    "parent table is null, usually two schema classes that refer to each other",
                    "Use the name instead: references(\"table_name\").");
        }
        return parent.name();
    }

    /** The referenced columns, which fit the sources in number and type. */
    List<String> columns(Table parent, List<String> named) {
        List<Column> targets = new ArrayList<>();
        for (String name : named.isEmpty() ? primaryKey(parent) : named) {
            targets.add(column(parent, name));
        }
        if (targets.size() != sources.size()) {
            String message = "references " + targets.size() + " columns of " + parent.name().display() + " ("
                    + String.join(", ", names(targets)) + ") with " + sources.size();
            throw refusal(message, "Use t.foreignKey(...) with one column for each that is referenced.");
        }
        for (int i = 0; i < targets.size(); i++) {
            requireComparable(sources.get(i).toModel(false), parent, targets.get(i));
        }
        return names(targets);
    }

    private static List<String> names(List<Column> columns) {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            names.add(column.name());
        }
        return names;
    }

    private List<String> primaryKey(Table parent) {
        Optional<PrimaryKey> key = parent.primaryKey();
        if (key.isEmpty()) {
            throw refusal(
                    "references " + parent.name().display() + ", which has no primary key",
                    "Name the columns: t.foreignKey(...).references(PARENT, \"column\").");
        }
        return key.get().columns();
    }

    private Column column(Table parent, String name) {
        Optional<Column> column = parent.column(name);
        if (column.isEmpty()) {
            List<String> known = names(parent.columns());
            String otherwise = "Its columns are " + String.join(", ", known) + ".";
            String message = "references " + parent.name().display() + "." + name + ", which does not exist";
            throw refusal(message, Suggestion.orElse(name, known, otherwise));
        }
        return column.get();
    }

    private void requireComparable(Column source, Table parent, Column target) {
        Optional<Problem> mismatch =
                ForeignKeyType.mismatch(table.subject(), source, parent.name().display(), target);
        if (mismatch.isPresent()) {
            throw new DslException(mismatch.get());
        }
    }

    private DslException refusal(String message, String remedy) {
        return table.refusal(sources.get(0).name(), message, remedy);
    }
}
