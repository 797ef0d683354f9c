package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
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
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (QualifiedName parent : table.options().inherits()) {
                check(schema, table, parent, problems);
            }
        }
        return problems.stream();
    }

    private void check(Schema schema, Table table, QualifiedName name, List<Problem> problems) {
        Optional<Table> parent = schema.table(name);
        String subject = table.name().display();
        if (parent.isEmpty()) {
            problems.add(error(
                    subject,
                    "inherits from " + name.display() + ", which is no table of the schema",
                    "List it in schema(...)."));
        } else if (parent.get().options().partitioning() != null || parent.get().options().partitionOf() != null) {
            problems.add(error(
                    subject,
                    "inherits from " + name.display() + ", which is partitioned or a partition",
                    "Declare a partition, or inherit from a plain table."));
        } else {
            for (Column column : parent.get().columns()) {
                check(table, column, name, problems);
            }
        }
    }

    private void check(Table table, Column above, QualifiedName parent, List<Problem> problems) {
        Optional<Column> own = table.column(above.name());
        if (own.isEmpty() || !own.get().type().equals(above.type())) {
            problems.add(error(
                    TableRule.part(table, above.name()),
                    own.isEmpty()
                            ? "is a column of " + parent.display() + " and not of the table that inherits it"
                            : "has another type in " + parent.display() + ", which the table inherits from",
                    "Give both the same type, or rename one of them."));
        }
    }
}
