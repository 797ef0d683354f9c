package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The referenced columns, in any order, are a primary key, a unique constraint or a whole unique index, and none that is
 * deferrable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign Keys</a>
 */
final class UnkeyedReference implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.constraints(ForeignKey.class)) {
                Table target = schema.table(key.target()).orElse(null);
                if (target != null && knowsColumns(target, key) && !hasKey(target, key, schema)) {
                    problems.add(problem(table, key, target));
                }
            }
        }
        return problems.stream();
    }

    private Problem problem(Table table, ForeignKey key, Table target) {
        String names = String.join(", ", key.targetColumns());
        String message = "references (" + names + ") of " + target.name().display() + ", which is no key";
        String remedy = "Declare unique(" + names + ") on " + target.name().display() + ".";
        return error(TableRule.part(table, key.name()), message, remedy);
    }

    /** Whether there are columns, and the target has all of them. */
    private static boolean knowsColumns(Table target, ForeignKey key) {
        for (String column : key.targetColumns()) {
            if (target.column(column).isEmpty()) {
                return false;
            }
        }
        return !key.targetColumns().isEmpty();
    }

    private static boolean hasKey(Table target, ForeignKey key, Schema schema) {
        Set<String> columns = Set.copyOf(key.targetColumns());
        for (Table table : aboveAndSelf(target, schema)) {
            for (List<String> unique : keys(table)) {
                if (Set.copyOf(unique).equals(columns)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A partition has the keys of the tables above it. */
    private static Collection<Table> aboveAndSelf(Table target, Schema schema) {
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        Table next = target;
        while (next != null && tables.putIfAbsent(next.name(), next) == null) {
            PartitionOf above = next.options().partitionOf();
            next = above == null ? null : schema.table(above.table()).orElse(null);
        }
        return tables.values();
    }

    private static List<List<String>> keys(Table table) {
        List<List<String>> keys = new ArrayList<>();
        for (PrimaryKey key : table.constraints(PrimaryKey.class)) {
            if (!key.options().isDeferrable()) {
                keys.add(key.columns());
            }
        }
        for (Unique key : table.constraints(Unique.class)) {
            if (!key.options().isDeferrable()) {
                keys.add(key.columns());
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique() && index.predicate() == null) {
                addColumns(index, keys);
            }
        }
        return keys;
    }

    /** The columns of a unique index, unless it has expressions. */
    private static void addColumns(Index index, List<List<String>> keys) {
        List<String> columns = new ArrayList<>();
        for (IndexKey key : index.keys()) {
            if (key.target() instanceof Target.OfColumn column) {
                columns.add(column.name());
            }
        }
        if (columns.size() == index.keys().size()) {
            keys.add(columns);
        }
    }
}
