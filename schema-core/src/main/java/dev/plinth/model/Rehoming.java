package dev.plinth.model;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.List;

/** Moves what is in one namespace into another: every name, references included; SQL texts stay as they are. */
record Rehoming(String from, String to) {

    Schema schema(Schema schema) {
        return new Schema(
                schema.name(),
                schema.extensions(),
                schema.functions().stream().map(this::function).toList(),
                schema.tables().stream().map(this::table).toList(),
                schema.dynamoTables(),
                schema.description());
    }

    private QualifiedName name(QualifiedName name) {
        return name.namespace().equals(from) ? new QualifiedName(to, name.name()) : name;
    }

    private Function function(Function function) {
        return new Function(
                name(function.name()),
                function.returns(),
                function.language(),
                function.body(),
                function.description());
    }

    private Table table(Table table) {
        List<Constraint> constraints = table.constraints().stream().map(this::constraint).toList();
        List<Trigger> triggers = table.triggers().stream().map(this::trigger).toList();
        List<Function> functions = table.functions().stream().map(this::function).toList();
        return new Table(
                name(table.name()),
                table.columns(),
                constraints,
                table.indexes(),
                triggers,
                functions,
                table.description());
    }

    private Constraint constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key ->
                new Constraint.ForeignKey(
                        key.name(),
                        key.columns(),
                        name(key.target()),
                        key.targetColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.description());
            case Constraint.PrimaryKey key -> key;
            case Constraint.Unique key -> key;
            case Constraint.Check check -> check;
        };
    }

    private Trigger trigger(Trigger trigger) {
        return new Trigger(
                trigger.name(),
                trigger.timing(),
                trigger.events(),
                trigger.level(),
                name(trigger.function()),
                trigger.description());
    }
}
