package dev.plinth.model;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.model.sql.Trigger;
import java.util.List;

/** Moves tables, with their indexes, constraints, triggers and rules. */
record TableRehoming(NameRehoming names, ObjectRehoming objects) {

    Table table(Table table) {
        List<Constraint> constraints = table.constraints().stream().map(this::constraint).toList();
        List<Trigger> triggers = table.triggers().stream().map(this::trigger).toList();
        return new Table(
                names.name(table.name()),
                table.columns().stream().map(this::column).toList(),
                constraints,
                table.indexes().stream().map(this::index).toList(),
                triggers,
                table.rules().stream().map(new QueryRehoming(this)::rule).toList(),
                options(table.options()),
                table.rowSecurity(),
                table.objects().stream().map(objects::object).toList(),
                table.description());
    }

    private TableOptions options(TableOptions options) {
        PartitionOf part = options.partitionOf();
        Partitioning partitioning = options.partitioning();
        return options.withParents(
                part == null ? null : new PartitionOf(names.name(part.table()), part.bound()),
                options.inherits().stream().map(names::name).toList())
                .withPartitioning(
                        partitioning == null
                                ? null
                                : new Partitioning(
                                        partitioning.strategy(),
                                        partitioning.keys().stream().map(names::key).toList(),
                                        partitioning.partitions().stream().map(this::table).toList()));
    }

    private Column column(Column column) {
        return new Column(
                column.name(),
                names.type(column.type()),
                column.nullable(),
                names.expression(column.defaultValue()),
                column.generation(),
                names.collation(column.collation()),
                column.options(),
                column.description());
    }

    private Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key -> key.withTarget(names.name(key.target()), key.targetColumns());
            case Constraint.PrimaryKey key -> key;
            case Constraint.Unique key -> key;
            case Constraint.Exclusion exclusion -> exclusion(exclusion);
            case Constraint.Check check -> check;
        };
    }

    private Constraint.Exclusion exclusion(Constraint.Exclusion exclusion) {
        return new Constraint.Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(it -> new Constraint.Exclusion.Element(names.key(it.key()), names.operator(it.operator())))
                        .toList(),
                exclusion.options(),
                exclusion.predicate(),
                exclusion.description());
    }

    Index index(Index index) {
        return new Index(
                index.name(),
                index.keys().stream().map(names::key).toList(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.include(),
                index.parameters(),
                index.predicate(),
                index.description());
    }

    Trigger trigger(Trigger trigger) {
        Trigger.Constraint constraint = trigger.constraint();
        return new Trigger(
                trigger.name(),
                trigger.timing(),
                trigger.events(),
                trigger.updateOf(),
                trigger.level(),
                trigger.transitionTables(),
                trigger.condition(),
                constraint == null || constraint.from() == null
                        ? constraint
                        : new Trigger.Constraint(constraint.deferral(), names.name(constraint.from())),
                call(trigger.call()),
                trigger.description());
    }

    /** A function that comes from elsewhere stays where it is. */
    private Trigger.Call call(Trigger.Call call) {
        return call.exists() ? call : new Trigger.Call(names.name(call.function()), false, call.arguments());
    }
}
