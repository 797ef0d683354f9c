package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in an order in which the target of a foreign key stands before the table that points to it, except in cycles.
 * A walk in depth along the foreign keys, without recursion: chains of thousands of tables occur.
 */
final class TableOrder {

    /** A table on the way, and its targets that are still to be looked at. */
    private record Visit(Table table, Iterator<Table> targets) {}

    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Set<QualifiedName> seen = new HashSet<>();
    private final Deque<Visit> way = new ArrayDeque<>();
    private final List<Table> ordered = new ArrayList<>();

    private TableOrder(List<Table> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    static List<Table> targetsFirst(List<Table> tables) {
        TableOrder order = new TableOrder(tables);
        tables.forEach(order::visit);
        return order.ordered;
    }

    private void visit(Table start) {
        enter(start);
        while (!way.isEmpty()) {
            Visit visit = way.peek();
            if (visit.targets.hasNext()) {
                enter(visit.targets.next());
            } else {
                ordered.add(way.pop().table);
            }
        }
    }

    private void enter(Table table) {
        if (seen.add(table.name())) {
            way.push(new Visit(table, targets(table)));
        }
    }

    private Iterator<Table> targets(Table table) {
        return table.constraints(ForeignKey.class).stream()
                .map(ForeignKey::target)
                .filter(tables::containsKey)
                .map(tables::get)
                .iterator();
    }
}
