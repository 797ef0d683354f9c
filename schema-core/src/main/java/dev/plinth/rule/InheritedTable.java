package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table inherits from is a plain table of the schema, and its columns are those of the child, of one type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-inherit.html">Inheritance</a>
 */
final class InheritedTable implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.options().inherits().stream().flatMap(parent -> check(schema, table, parent)));
    }

    private Stream<Problem> check(Schema schema, Table table, QualifiedName name) {
        Optional<Table> parent = schema.table(name);
        String subject = table.name().display();
        if (parent.isEmpty()) {
            return Stream.of(error(
                    subject,
                    "inherits from " + name.display() + ", which is no table of the schema",
                    "List it in schema(...)."));
        }
        if (parent.get().options().partitioning() != null || parent.get().options().partitionOf() != null) {
            return Stream.of(error(
                    subject,
                    "inherits from " + name.display() + ", which is partitioned or a partition",
                    "Declare a partition, or inherit from a plain table."));
        }
        return parent.get().columns().stream().flatMap(column -> check(table, column, name));
    }

    private Stream<Problem> check(Table table, Column above, QualifiedName parent) {
        Optional<Column> own = table.column(above.name());
        return own.isPresent() && own.get().type().equals(above.type())
                ? Stream.empty()
                : Stream.of(error(
                        TableRule.part(table, above.name()),
                        own.isEmpty()
                                ? "is a column of " + parent.display() + " and not of the table that inherits it"
                                : "has another type in " + parent.display() + ", which the table inherits from",
                        "Give both the same type, or rename one of them."));
    }
}
