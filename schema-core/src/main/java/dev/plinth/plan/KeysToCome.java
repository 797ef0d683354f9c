package dev.plinth.plan;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What foreign keys may point to and what exists only after the tables are created: columns, keys, unique indexes. */
final class KeysToCome {

    /** The columns of a key in any order: a foreign key may name them in another one. */
    private record Columns(QualifiedName table, Set<String> names) {}

    /** Partitions that are created too, with the table above each. */
    private final Map<QualifiedName, QualifiedName> above = new HashMap<>();

    private final Set<Columns> columns = new HashSet<>();
    private final Set<Columns> constraints = new HashSet<>();
    private final Set<Columns> indexes = new HashSet<>();

    private KeysToCome() {}

    static KeysToCome of(List<? extends SqlChange> changes) {
        KeysToCome keys = new KeysToCome();
        changes.forEach(keys::collect);
        return keys;
    }

    /** Whether the foreign key can be created only after the columns, keys and indexes of other changes. */
    boolean concern(ForeignKey key) {
        return targets(key).stream().anyMatch(constraints::contains) || hasIndexFor(key) || hasColumnFor(key);
    }

    /** Whether the foreign key points to the columns of a unique index that is yet to be created. */
    boolean hasIndexFor(ForeignKey key) {
        List<Columns> targets = targets(key);
        return targets.stream().anyMatch(indexes::contains) && targets.stream().noneMatch(constraints::contains);
    }

    private boolean hasColumnFor(ForeignKey key) {
        return key.targetColumns().stream().anyMatch(name -> columns.contains(columns(key.target(), List.of(name))));
    }

    private void collect(SqlChange change) {
        if (change instanceof CreateTable created) {
            Table table = created.table();
            Stream.ofNullable(table.options().partitionOf()).forEach(of -> above.put(table.name(), of.table()));
        } else if (change instanceof AddColumn added) {
            columns.add(columns(added.table(), List.of(added.column().name())));
        } else if (change instanceof AddConstraint added) {
            collect(added.table(), added.constraint());
        } else if (change instanceof CreateIndex created) {
            collect(created.table(), created.index());
        } else if (change instanceof RebuildIndex rebuilt) {
            collect(rebuilt.table(), rebuilt.index());
        }
    }

    private void collect(QualifiedName table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            constraints.add(columns(table, key.columns()));
        } else if (constraint instanceof Constraint.Unique key) {
            constraints.add(columns(table, key.columns()));
        }
    }

    private void collect(QualifiedName table, Index index) {
        if (index.unique() && index.predicate() == null) {
            indexes.add(columns(
                    table,
                    index.keys().stream().map(KeysToCome::nameOrNothing).toList()));
        }
    }

    /** An expression is no column that a foreign key could name; the empty name is none either. */
    private static String nameOrNothing(IndexKey key) {
        return key.target() instanceof IndexKey.Target.OfColumn column ? column.name() : "";
    }

    /** What the key points to, be it a key of a table above. */
    private List<Columns> targets(ForeignKey key) {
        List<Columns> targets = new ArrayList<>();
        QualifiedName table = key.target();
        while (table != null && targets.size() <= above.size()) {
            targets.add(columns(table, key.targetColumns()));
            table = above.get(table);
        }
        return targets;
    }

    private static Columns columns(QualifiedName table, Collection<String> names) {
        return new Columns(table, Set.copyOf(names));
    }
}
