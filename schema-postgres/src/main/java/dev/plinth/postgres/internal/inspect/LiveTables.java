package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveRowSecurity;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.TableOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Puts the rows of the queries together, table by table. */
final class LiveTables {

    private LiveTables() {}

    /** By oid, views included. */
    static Map<Long, LiveTable> assemble(CatalogQueries queries) {
        Map<Long, NumberedColumns> columns = new HashMap<>();
        for (Map.Entry<Long, List<ColumnQuery.Row>> rows : queries.columns.columns.entrySet()) {
            columns.put(rows.getKey(), NumberedColumns.of(rows.getValue()));
        }
        LiveColumns together = new LiveColumns(queries.sequences.owned, queries.constraints.notNulls);
        Map<Long, LiveTable> tables = new LinkedHashMap<>();
        queries.tables.tables.forEach((oid, table) -> {
            Map<Long, Live<Index>> indexes = indexes(oid, columns, queries);
            List<Live<Constraint>> constraints = constraints(oid, columns, indexes, queries);
            TableOptions options = options(oid, table, columns, queries);
            indexes.keySet().removeAll(queries.constraints.ownedIndexes);
            tables.put(oid, new LiveTable(
                    table.name(),
                    together.of(oid, table.name(), columns.getOrDefault(oid, NumberedColumns.NONE)),
                    constraints,
                    List.copyOf(indexes.values()),
                    sorted(queries.triggers.triggers, oid, trigger -> trigger.object().name()),
                    queries.rules.rules.getOrDefault(oid, List.of()),
                    options,
                    queries.partitions.partitions.getOrDefault(oid, Map.of()),
                    new LiveRowSecurity(
                            table.rowSecurity(),
                            table.rowSecurityForced(),
                            sorted(queries.policies.policies, oid, Policy::name)),
                    table.hasToast(),
                    queries.rules.isWanted() ? without(TableQuery.RULES, table.unmodelled()) : table.unmodelled()));
        });
        return tables;
    }

    /** With the keys of its partitions, and the marks of its indexes. */
    private static TableOptions options(
            long oid, TableQuery.Row table, Map<Long, NumberedColumns> columns, CatalogQueries queries) {
        TableOptions options = table.options();
        for (IndexQuery.Row index : queries.indexes.indexes.getOrDefault(oid, List.of())) {
            for (IndexMark mark : index.marks()) {
                options = options.withMark(index.name(), mark);
            }
        }
        return table.keys() == null
                ? options
                : options.withPartitioning(table.keys().assemble(
                        columns.getOrDefault(oid, NumberedColumns.NONE), queries.operatorClasses.classes));
    }

    private static List<String> without(String phrase, List<String> phrases) {
        List<String> others = new ArrayList<>(phrases);
        others.removeIf(phrase::equals);
        return others;
    }

    /** Tables only, or views only. */
    static List<LiveTable> only(boolean tables, Map<Long, LiveTable> relations, CatalogQueries queries) {
        List<LiveTable> only = new ArrayList<>();
        for (Map.Entry<Long, LiveTable> entry : relations.entrySet()) {
            if (Objects.requireNonNull(queries.tables.tables.get(entry.getKey())).isTable() == tables) {
                only.add(entry.getValue());
            }
        }
        return only;
    }

    /** By oid, those that constraints own included. */
    private static Map<Long, Live<Index>> indexes(
            long oid, Map<Long, NumberedColumns> columns, CatalogQueries queries) {
        IndexAssembler assembler = new IndexAssembler(
                columns.getOrDefault(oid, NumberedColumns.NONE), queries.operatorClasses.classes);
        Map<Long, Live<Index>> indexes = new LinkedHashMap<>();
        for (IndexQuery.Row row : sorted(queries.indexes.indexes, oid, IndexQuery.Row::name)) {
            indexes.put(row.oid(), assembler.assemble(row));
        }
        return indexes;
    }

    /** A constraint whose index is gone was dropped between the two queries. */
    private static List<Live<Constraint>> constraints(
            long oid, Map<Long, NumberedColumns> columns, Map<Long, Live<Index>> indexes, CatalogQueries queries) {
        ConstraintAssembler assembler = new ConstraintAssembler(queries.tables.tables, columns, oid, indexes);
        List<Live<Constraint>> constraints = new ArrayList<>();
        for (ConstraintQuery.Row row : sorted(queries.constraints.constraints, oid, ConstraintQuery.Row::name)) {
            if (!row.ownsIndex() || indexes.containsKey(row.index())) {
                constraints.add(assembler.assemble(row));
            }
        }
        return constraints;
    }

    /** In the order of their names; the server is not asked to sort what comes for many tables. */
    private static <T> List<T> sorted(Map<Long, List<T>> rows, long oid, Function<T, String> name) {
        List<T> sorted = new ArrayList<>(rows.getOrDefault(oid, List.of()));
        sorted.sort(Comparator.comparing(name));
        return sorted;
    }

    /**
     * Every name in the relation namespaces that is known to be taken, with who holds it; none at all where nobody asked who
     * holds the names that are missing.
     */
    static Map<QualifiedName, String> relations(CatalogQueries queries, Collection<LiveTable> tables) {
        if (!queries.relations.isWanted()) {
            return Map.of();
        }
        Map<QualifiedName, String> holders = new HashMap<>(queries.relations.holders);
        queries.tables.tables.values().forEach(row -> holders.put(row.name(), RelationQuery.describe(row.kind(), "")));
        tables.forEach(table -> addNames(table, holders));
        queries.sequences.owned.values().forEach(owned -> owned.forEach(
                sequence -> holders.put(sequence.name(), "a sequence")));
        return holders;
    }

    private static void addNames(LiveTable table, Map<QualifiedName, String> holders) {
        String on = " on " + table.name().display();
        table.indexes()
                .forEach(index -> holders.put(table.name().sibling(index.object().name()), "an index" + on));
        for (Live<Constraint> constraint : table.constraints()) {
            switch (constraint.object()) {
                case Constraint.PrimaryKey key -> holders.put(table.name().sibling(key.name()), "a primary key" + on);
                case Constraint.Unique key -> holders.put(table.name().sibling(key.name()), "a unique constraint" + on);
                case Constraint.Exclusion key ->
                    holders.put(table.name().sibling(key.name()), "an exclusion constraint" + on);
                case Constraint.Check check -> {}
                case Constraint.ForeignKey foreignKey -> {}
            }
        }
    }
}
