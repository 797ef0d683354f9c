package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the rows of the queries together, table by table. */
final class LiveTables {

    private LiveTables() {}

    /** By oid. */
    static Map<Long, LiveTable> assemble(CatalogQueries queries) {
        Map<Long, LiveTable> tables = new LinkedHashMap<>();
        queries.tables.tables.forEach((oid, table) -> tables.put(oid, assemble(oid, table, queries)));
        return tables;
    }

    private static LiveTable assemble(long oid, TableQuery.Row table, CatalogQueries queries) {
        List<ColumnQuery.Row> columns = queries.columns.columns.getOrDefault(oid, List.of());
        Map<Integer, ColumnQuery.Row> byNumber = new HashMap<>();
        columns.forEach(column -> byNumber.put(column.number(), column));
        LiveColumns together = new LiveColumns(queries.sequences.owned);
        IndexAssembler indexes = new IndexAssembler(byNumber, queries.operatorClasses.classes);
        return new LiveTable(
                table.name(),
                columns.stream().map(column -> together.of(oid, column)).toList(),
                queries.constraints.constraints.getOrDefault(oid, List.of()),
                queries.indexes.indexes.getOrDefault(oid, List.of()).stream()
                        .map(indexes::assemble)
                        .toList(),
                queries.triggers.triggers.getOrDefault(oid, List.of()),
                table.unmodelled());
    }

    /** Every name in the relation namespaces that is known to be taken, with who holds it. */
    static Map<QualifiedName, String> relations(CatalogQueries queries, Collection<LiveTable> tables) {
        Map<QualifiedName, String> holders = new HashMap<>(queries.relations.holders);
        queries.tables.tables.forEach((oid, table) -> {
            for (String name : queries.constraints.exclusions.getOrDefault(oid, List.of())) {
                holders.put(table.name().sibling(name), "an exclusion constraint on " + table.name().display());
            }
        });
        tables.forEach(table -> addNames(table, holders));
        queries.sequences.owned.values().forEach(owned -> owned.forEach(
                sequence -> holders.put(sequence.name(), "a sequence")));
        return holders;
    }

    private static void addNames(LiveTable table, Map<QualifiedName, String> holders) {
        String on = " on " + table.name().display();
        holders.put(table.name(), RelationQuery.TABLE);
        table.indexes()
                .forEach(index -> holders.put(table.name().sibling(index.object().name()), "an index" + on));
        for (Live<Constraint> constraint : table.constraints()) {
            switch (constraint.object()) {
                case Constraint.PrimaryKey key -> holders.put(table.name().sibling(key.name()), "a primary key" + on);
                case Constraint.Unique key -> holders.put(table.name().sibling(key.name()), "a unique constraint" + on);
                case Constraint.Check check -> {}
                case Constraint.ForeignKey foreignKey -> {}
            }
        }
    }
}
