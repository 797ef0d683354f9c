package dev.plinth.model;

import dev.plinth.model.sql.Table;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** Tables in their order, found by their names too: rules look for one at each reference, and there may be thousands. */
final class NamedTables extends AbstractList<Table> implements RandomAccess {

    private final List<Table> tables;
    private final Map<QualifiedName, Table> byName;

    NamedTables(List<Table> tables) {
        this.tables = List.copyOf(tables);
        this.byName = HashMap.newHashMap(this.tables.size());
        for (Table table : this.tables) {
            byName.putIfAbsent(table.name(), table);
        }
    }

    /** The first one of that name: that there is no other is for the rules to say. */
    Optional<Table> named(QualifiedName name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Table get(int index) {
        return tables.get(index);
    }

    @Override
    public int size() {
        return tables.size();
    }
}
