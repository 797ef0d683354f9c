package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnOptions;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that has some of them from tables above. A partition may say DEFAULT and NOT NULL of its own; all else
 * that differs from what the tables above say is named, as a declaration cannot say it.
 */
final class LiveInheritance {

    private static final ColumnOptions REFINED = new ColumnOptions(
            ColumnOptions.Origin.REFINED, null, null, null, null, StorageParameters.NONE);

    /** DEFAULT NULL, which PostgreSQL takes for no default. */
    private static final Expression NONE = new Expression.Sql("NULL");

    private final LiveTable live;
    private final List<Table> above;
    private final List<LiveTable> liveAbove;
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    /**
     * @param above the tables that it inherits from, or is a partition of, in the model
     * @param liveAbove the same as they were read
     */
    LiveInheritance(LiveTable live, List<Table> above, List<LiveTable> liveAbove) {
        this.live = live;
        this.above = above;
        this.liveAbove = liveAbove;
    }

    /** The tables directly above. */
    static List<QualifiedName> parents(LiveTable table) {
        PartitionOf part = table.options().partitionOf();
        return part == null ? table.options().inherits() : List.of(part.table());
    }

    /** What differs, once {@link #columns} was asked for. */
    List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** As they are declared, in the order in which the table has them when it is created. */
    List<Column> columns(List<Column> columns) {
        if (above.isEmpty()) {
            return columns;
        }
        List<String> order = Stream.concat(above.stream().flatMap(table -> table.columns().stream()), columns.stream())
                .map(Column::name)
                .distinct()
                .toList();
        if (!columns.stream().map(Column::name).toList().equals(order)) {
            unmodelled.add(new Unmodelled("table " + live.name().display(), "the order of its columns"));
        }
        return columns.stream()
                .map(column -> column.options().isLocal() ? own(column) : inherited(column))
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.name())))
                .toList();
    }

    /** A column that was there before the table got others above has no default of theirs, unless it is to be created with it. */
    private Column own(Column column) {
        boolean isWithout = column.defaultValue() == null && column.generation() == null;
        return isWithout && above(column).stream().anyMatch(it -> it.defaultValue() != null)
                ? column.withDefault(NONE)
                : column;
    }

    private List<Column> above(Column column) {
        return above.stream()
                .flatMap(table -> table.column(column.name()).stream().map(it -> passedOn(table, it)))
                .toList();
    }

    private Column inherited(Column column) {
        List<Column> same = above(column);
        compareStorage(column);
        boolean isRefined = !hasSameValue(column, same) && mayRefineValue(column, same);
        String name = column.options().notNullName();
        if (!column.nullable() && same.stream().allMatch(Column::nullable)) {
            isRefined |= mayRefine(column, "NOT NULL");
        } else if (name != null) {
            name(column, "CONSTRAINT " + name + " NOT NULL");
            name = null;
        }
        return column.withOptions(isRefined ? REFINED.withNotNullName(name) : ColumnOptions.INHERITED);
    }

    /** Neither identity nor the ownership of a sequence is passed on; what a serial defaults to is. */
    private static Column passedOn(Table table, Column column) {
        return switch (column.generation()) {
            case Generation.Serial serial -> column.withDefault(
                    new Expression.NextValue(table.name().sibling(serial.sequence().name())))
                    .withGeneration(null);
            case Generation.Identity ignored -> column.withGeneration(null);
            case Generation.Computed ignored -> column;
            case null -> NONE.equals(column.defaultValue()) ? column.withoutDefault() : column;
        };
    }

    private static boolean hasSameValue(Column column, List<Column> same) {
        return same.stream()
                .filter(it -> it.defaultValue() != null || it.generation() != null)
                .findFirst()
                .map(it -> Objects.equals(it.defaultValue(), column.defaultValue())
                        && Objects.equals(it.generation(), column.generation()))
                .orElse(column.defaultValue() == null && column.generation() == null);
    }

    private boolean mayRefineValue(Column column, List<Column> same) {
        if (column.generation() != null || same.stream().anyMatch(it -> it.generation() != null)) {
            name(column, "GENERATED otherwise than above");
            return false;
        }
        if (column.defaultValue() == null) {
            name(column, "DROP DEFAULT");
            return false;
        }
        return mayRefine(column, "DEFAULT");
    }

    private boolean mayRefine(Column column, String fact) {
        if (live.options().partitionOf() == null) {
            name(column, fact + " of what is inherited");
            return false;
        }
        return true;
    }

    private void compareStorage(Column column) {
        ColumnOptions own = column.options();
        ColumnOptions from = liveAbove.stream()
                .flatMap(table -> table.column(column.name()).stream())
                .map(Live::object)
                .map(Column::options)
                .findFirst()
                .orElse(own);
        nameWhen(own.storage() != from.storage(), column, "STORAGE", own.storage());
        nameWhen(!Objects.equals(own.compression(), from.compression()), column, "COMPRESSION", own.compression());
        nameWhen(own.statistics() != null, column, "STATISTICS", own.statistics());
        if (!own.parameters().equals(StorageParameters.NONE)) {
            name(column, "SET " + own.parameters().values());
        }
    }

    private void nameWhen(boolean condition, Column column, String word, @Nullable Object value) {
        if (condition) {
            name(column, "SET " + word + " " + Objects.toString(value, "DEFAULT"));
        }
    }

    private void name(Column column, String fact) {
        unmodelled.add(new Unmodelled("column " + live.name().display() + "." + column.name(), fact));
    }
}
