package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A foreign key must reference a table of the schema, columns that it has, and without columns its primary key. */
final class UnresolvedReference implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.constraints(ForeignKey.class).stream()
                .flatMap(key -> check(schema, table, key)));
    }

    private Stream<Problem> check(Schema schema, Table table, ForeignKey key) {
        String subject = table.name().display() + " -> \"" + key.target().display() + "\"";
        Optional<Table> target = schema.table(key.target());
        if (target.isEmpty()) {
            return Stream.of(noTable(schema, subject, key.target()));
        }
        if (key.targetColumns().isEmpty()) {
            String remedy = "Name the columns: references(\"" + key.target().name() + "\", \"column\").";
            return Stream.of(error(subject, "the table has no primary key", remedy));
        }
        return key.targetColumns().stream()
                .filter(column -> target.get().column(column).isEmpty())
                .map(column -> noColumn(subject, target.get(), column));
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
