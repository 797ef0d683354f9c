package dev.plinth.diff;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.KeyTypes;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the foreign keys that PostgreSQL would refuse out of what can be added: the table that they point to exists, and
 * differs in the very columns or key that they need. Without this one of them would fail the whole plan.
 */
final class ForeignKeyTargets {

    /** A key of a table, its columns in any order. */
    private record Key(QualifiedName table, Set<String> columns) {}

    private final Schema schema;
    private final LiveDatabase live;
    private final Set<Key> keys = new HashSet<>();
    private final List<SqlChange> missing = new ArrayList<>();
    private final Map<SqlChange, String> obstructed;

    private ForeignKeyTargets(Schema schema, LiveDatabase live, Difference<SqlChange> difference) {
        this.schema = schema;
        this.live = live;
        this.obstructed = new LinkedHashMap<>(difference.obstructed());
    }

    static Difference<SqlChange> check(Schema schema, LiveDatabase live, Difference<SqlChange> difference) {
        if (difference.missing().isEmpty()) {
            return difference;
        }
        ForeignKeyTargets targets = new ForeignKeyTargets(schema, live, difference);
        Stream.concat(difference.missing().stream(), difference.obstructed().keySet().stream())
                .forEach(targets::collect);
        live.tables().values().forEach(targets::collect);
        difference.missing().forEach(targets::sort);
        return new Difference<>(targets.missing, targets.obstructed, difference.drift());
    }

    private void collect(SqlChange change) {
        if (change instanceof AddConstraint added) {
            collect(added.table(), added.constraint());
        } else if (change instanceof CreateIndex created) {
            collect(created.table(), created.index());
        } else if (change instanceof RebuildIndex rebuilt) {
            collect(rebuilt.table(), rebuilt.index());
        }
    }

    private void collect(LiveTable table) {
        table.constraints().stream()
                .filter(live -> !(live.object() instanceof Constraint.Key key && key.options().isDeferrable()))
                .forEach(live -> collect(table.name(), live.object()));
        table.indexes().stream()
                .filter(index -> index.isUsable())
                .forEach(index -> collect(table.name(), index.object()));
    }

    private void collect(QualifiedName table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            keys.add(new Key(table, Set.copyOf(key.columns())));
        } else if (constraint instanceof Constraint.Unique key) {
            keys.add(new Key(table, Set.copyOf(key.columns())));
        }
    }

    private void collect(QualifiedName table, Index index) {
        Set<String> columns = new HashSet<>();
        for (IndexKey key : index.keys()) {
            columns.add(key.target() instanceof IndexKey.Target.OfColumn column ? column.name() : "");
        }
        if (index.unique() && index.predicate() == null) {
            keys.add(new Key(table, columns));
        }
    }

    private void sort(SqlChange change) {
        if (change instanceof CreateTable created) {
            sort(created.table());
        } else if (change instanceof AddConstraint added && added.constraint() instanceof ForeignKey key) {
            obstacle(added.table(), key)
                    .ifPresentOrElse(reason -> obstructed.put(change, reason), () -> missing.add(change));
        } else {
            missing.add(change);
        }
    }

    private void sort(Table table) {
        List<Constraint> inside = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            Optional<String> reason = constraint instanceof ForeignKey key ? obstacle(table.name(), key)
                    : Optional.empty();
            reason.ifPresentOrElse(
                    text -> obstructed.put(new AddConstraint(table.name(), constraint), text),
                    () -> inside.add(constraint));
        }
        missing.add(new CreateTable(table.withConstraints(inside)));
    }

    private Optional<String> obstacle(QualifiedName table, ForeignKey key) {
        Optional<LiveTable> target = live.table(key.target());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        for (int place = 0; place < key.columns().size(); place++) {
            Optional<Column> from = column(table, key.columns().get(place));
            Optional<Column> to = target.get().column(key.targetColumns().get(place)).map(Live::object);
            if (from.isPresent() && to.isPresent()
                    && !KeyTypes.canReference(from.get().type(), to.get().type())) {
                return Optional.of("the live type of " + key.target().display() + "." + to.get().name()
                        + " differs from the schema");
            }
        }
        return keys.contains(new Key(key.target(), Set.copyOf(key.targetColumns())))
                ? Optional.empty()
                : Optional.of(key.target().display() + " has no primary or unique key over ("
                        + String.join(", ", key.targetColumns()) + ")");
    }

    /** As it is, or as it will be. */
    private Optional<Column> column(QualifiedName table, String name) {
        return live.table(table)
                .flatMap(existing -> existing.column(name))
                .map(Live::object)
                .or(() -> schema.table(table).flatMap(declared -> declared.column(name)));
    }
}
