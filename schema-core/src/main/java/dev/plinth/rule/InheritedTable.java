package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.naming.SqlWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table inherits from is a plain table of the schema, and its columns are those of the child, of one type. A check of the
 * name of one that is inherited, be it by a partition, says the same; PostgreSQL makes one of the two.
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
            checkConditions(schema, table, problems);
        }
        return problems.stream();
    }

    private void checkConditions(Schema schema, Table table, List<Problem> problems) {
        List<Constraint.Check> checks = table.constraints(Constraint.Check.class);
        if (checks.isEmpty()) {
            return;
        }
        for (Table parent : above(schema, table)) {
            for (Constraint.Check own : checks) {
                for (Constraint.Check inherited : parent.constraints(Constraint.Check.class)) {
                    if (inherited.name().equals(own.name()) && !inherited.noInherit() && !isSame(own, inherited)) {
                        problems.add(another(table, own, parent));
                    }
                }
            }
        }
    }

    private Problem another(Table table, Constraint.Check own, Table parent) {
        String name = parent.name().display();
        return error(
                TableRule.part(table, own.name()),
                "is another check than that of " + name + ", which the table inherits",
                "Leave it out, write what " + name + " says, or give it another name.");
    }

    /** The tables above, and those above them: a check is passed on as far as there are tables, unless it is NO INHERIT. */
    private static Collection<Table> above(Schema schema, Table table) {
        Map<QualifiedName, Table> above = new LinkedHashMap<>();
        Deque<Table> open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            TableOptions options = open.remove().options();
            PartitionOf part = options.partitionOf();
            for (QualifiedName name : part == null ? options.inherits() : List.of(part.table())) {
                Table parent = schema.table(name).orElse(null);
                if (parent != null && above.putIfAbsent(name, parent) == null) {
                    open.add(parent);
                }
            }
        }
        return above.values();
    }

    /** PostgreSQL compares what it has read: blanks, comments and the case of words are no difference, and parentheses need not be. */
    private static boolean isSame(Constraint.Check own, Constraint.Check above) {
        return !own.noInherit()
                && (own.condition().equals(above.condition())
                        || !(own.condition() instanceof Expression.Sql(String text))
                        || !(above.condition() instanceof Expression.Sql(String other))
                        || SqlWords.maybeSame(text, other));
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
