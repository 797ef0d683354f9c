package dev.plinth.plan;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateFunction;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which additions can be made, one after the other. Where two do not depend on each other they keep the
 * order in which they are given, so equal schemas give equal plans. Takes time in proportion to the number of changes.
 */
public final class SqlOrder {

    private final KeysToCome keysToCome;

    private SqlOrder(KeysToCome keysToCome) {
        this.keysToCome = keysToCome;
    }

    /**
     * Namespaces, extensions, functions, tables, columns, keys and checks, foreign keys, indexes, the foreign keys that
     * point to a unique index made here, triggers, validations.
     *
     * <p>A foreign key stays inside its CREATE TABLE where all that it points to exists by then, its own table
     * included. Otherwise (a cycle of tables, a key that is added later) it becomes an {@link AddConstraint}.
     */
    public static List<SqlChange> order(List<? extends SqlChange> missing) {
        KeysToCome keysToCome = KeysToCome.of(missing);
        SqlOrder order = new SqlOrder(keysToCome);
        return Stream.concat(
                new ForeignKeySplit(keysToCome, tables(missing)).changes(),
                missing.stream().filter(change -> !(change instanceof CreateTable)))
                .sorted(Comparator.comparingInt(order::phase))
                .toList();
    }

    private static List<Table> tables(List<? extends SqlChange> changes) {
        return changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table())
                .toList();
    }

    private int phase(SqlChange change) {
        return switch (change) {
            case CreateNamespace namespace -> 0;
            case CreateExtension extension -> 1;
            case CreateFunction function -> 2;
            case CreateTable table -> 3;
            case AddColumn column -> 4;
            case AddConstraint added -> phase(added.constraint());
            case CreateIndex index -> 7;
            case RebuildIndex index -> 7;
            case CreateTrigger trigger -> 9;
            case ValidateConstraint validated -> 10;
        };
    }

    private int phase(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key -> keysToCome.hasIndexFor(key) ? 8 : 6;
            case Constraint.PrimaryKey key -> 5;
            case Constraint.Unique key -> 5;
            case Constraint.Check check -> 5;
        };
    }
}
