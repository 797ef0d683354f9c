package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.rule.ForeignKeyType;
import dev.plinth.rule.Suggestion;
import java.util.List;
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
        List<Column> targets = named.isEmpty()
                ? primaryKey(parent)
                : named.stream().map(it -> column(parent, it)).toList();
        if (targets.size() != sources.size()) {
            String message = "references " + targets.size() + " columns of " + parent.name().display() + " ("
                    + String.join(", ", targets.stream().map(Column::name).toList()) + ") with " + sources.size();
            throw refusal(message, "Use t.foreignKey(...) with one column for each that is referenced.");
        }
        for (int i = 0; i < targets.size(); i++) {
            requireComparable(sources.get(i).toModel(false), parent, targets.get(i));
        }
        return targets.stream().map(Column::name).toList();
    }

    private List<Column> primaryKey(Table parent) {
        return parent.primaryKey()
                .orElseThrow(() -> refusal(
                        "references " + parent.name().display() + ", which has no primary key",
                        "Name the columns: t.foreignKey(...).references(PARENT, \"column\")."))
                .columns()
                .stream()
                .map(it -> column(parent, it))
                .toList();
    }

    private Column column(Table parent, String name) {
        return parent.column(name).orElseThrow(() -> {
            List<String> known = parent.columns().stream().map(Column::name).toList();
            String otherwise = "Its columns are " + String.join(", ", known) + ".";
            String message = "references " + parent.name().display() + "." + name + ", which does not exist";
            return refusal(message, Suggestion.orElse(name, known, otherwise));
        });
    }

    private void requireComparable(Column source, Table parent, Column target) {
        ForeignKeyType.mismatch(table.subject(), source, parent.name().display(), target)
                .ifPresent(problem -> {
                    throw new DslException(problem);
                });
    }

    private DslException refusal(String message, String remedy) {
        return table.refusal(sources.get(0).name(), message, remedy);
    }
}
