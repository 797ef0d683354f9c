package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A foreign key must reference a table of the schema, columns that it has, and without columns its primary key. */
final class UnresolvedReference implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                check(schema, table, key, problems);
            }
        }
        return problems.stream();
    }

    private void check(Schema schema, Table table, ForeignKey key, List<Problem> problems) {
        String subject = table.name().display() + " -> \"" + key.target().display() + "\"";
        Table target = schema.table(key.target()).orElse(null);
        if (target == null) {
            problems.add(noTable(schema, subject, key.target()));
        } else if (key.targetColumns().isEmpty()) {
            String remedy = "Name the columns: references(\"" + key.target().name() + "\", \"column\").";
            problems.add(error(subject, "the table has no primary key", remedy));
        } else {
            checkColumns(subject, target, key.targetColumns(), problems);
        }
    }

    private void checkColumns(String subject, Table target, List<String> columns, List<Problem> problems) {
        for (String column : columns) {
            if (target.column(column).isEmpty()) {
                problems.add(noColumn(subject, target, column));
            }
        }
    }

    private Problem noTable(Schema schema, String subject, QualifiedName target) {
        List<String> known = schema.tables().stream().map(it -> it.name().display()).toList();
        return error(subject, "no such table", Suggestion.orElse(target.display(), known, otherwise(schema, target)));
    }

    /** A reference takes a bare name; what is written in SQL, {@code audit.events} or {@code events(id)}, is told apart. */
    private static String otherwise(Schema schema, QualifiedName target) {
        String name = target.name();
        String bare = name.replaceFirst("\\(.*", "").replaceFirst(".*\\.", "");
        return schema.tables().stream()
                .map(Table::name)
                .filter(it -> !bare.equals(name) && it.name().equals(bare))
                .findFirst()
                .map(it -> "Name the table alone: references("
                        + (it.namespace().equals(target.namespace())
                                ? "\"" + bare + "\""
                                : "namespace(\"" + it.namespace() + "\").named(\"" + bare + "\")")
                        + ").")
                .orElse("Add the table to schema(...), or correct the name.");
    }

    private Problem noColumn(String subject, Table target, String column) {
        List<String> known = target.columns().stream().map(it -> it.name()).toList();
        String otherwise = "Its columns are " + String.join(", ", known) + ".";
        return error(subject, "no such column: " + column, Suggestion.orElse(column, known, otherwise));
    }
}
