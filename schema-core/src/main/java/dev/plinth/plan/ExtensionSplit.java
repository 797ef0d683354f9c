package dev.plinth.plan;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out of CREATE TABLE the columns whose types the server does not have, the constraints over them, and those whose
 * operators it does not have, so that the rest of the table can be created.
 */
final class ExtensionSplit {

    private ExtensionSplit() {}

    static List<SqlChange> apart(List<SqlChange> changes, Set<String> unavailable) {
        if (unavailable.isEmpty()) {
            return changes;
        }
        List<SqlChange> apart = new ArrayList<>();
        for (SqlChange change : changes) {
            if (change instanceof CreateTable created) {
                split(created.table(), unavailable, apart);
            } else {
                apart.add(change);
            }
        }
        return apart;
    }

    private static void split(Table table, Set<String> unavailable, List<SqlChange> apart) {
        List<Column> waiting =
                table.columns().stream().filter(column -> needs(column, unavailable)).toList();
        Set<String> names = waiting.stream().map(Column::name).collect(Collectors.toSet());
        List<Constraint> held = table.constraints().stream()
                .filter(constraint -> Needs.columns(constraint, names).stream().anyMatch(names::contains)
                        || constraint instanceof Constraint.Exclusion exclusion
                                && exclusion.extensions().stream().anyMatch(unavailable::contains))
                .toList();
        List<Column> columns = new ArrayList<>(table.columns());
        columns.removeAll(waiting);
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.removeAll(held);
        apart.add(new CreateTable(table.withColumns(columns).withConstraints(constraints)));
        waiting.stream()
                .filter(column -> column.options().isLocal())
                .forEach(column -> apart.add(new AddColumn(table.name(), column)));
        for (Constraint constraint : held) {
            apart.add(new AddConstraint(table.name(), constraint, table.options().marks(constraint.name())));
        }
    }

    private static boolean needs(Column column, Set<String> unavailable) {
        return Needs.ofType(column.type()).stream()
                .anyMatch(need -> need instanceof Need.OfExtension extension && unavailable.contains(extension.name()));
    }
}
