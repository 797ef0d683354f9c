package dev.plinth.json;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;

/** PostgreSQL tables with their columns and triggers. */
final class TableJson {

    private TableJson() {}

    static Fields write(Table table) {
        return NameJson.write(table.name(), "name")
                .put("description", table.description())
                .each("columns", table.columns(), TableJson::column)
                .each("constraints", table.constraints(), ConstraintJson::write)
                .each("indexes", table.indexes(), IndexJson::write)
                .each("triggers", table.triggers(), TableJson::trigger);
    }

    static Table read(JsonObject table) {
        return new Table(
                NameJson.read(table, "name"),
                table.each("columns", TableJson::column),
                table.each("constraints", ConstraintJson::read),
                table.each("indexes", IndexJson::read),
                table.each("triggers", TableJson::trigger),
                table.optionalText("description"));
    }

    private static Fields column(Column column) {
        return new Fields()
                .put("name", column.name())
                .put("type", TypeJson.write(column.type()))
                .flag("notNull", !column.nullable())
                .put("default", column.defaultValue() == null ? null : ExpressionJson.write(column.defaultValue()))
                .put("generation", column.generation() == null ? null : GenerationJson.write(column.generation()))
                .put("collation", column.collation() == null ? null : NameJson.write(column.collation(), "name"))
                .put("description", column.description());
    }

    private static Column column(JsonObject column) {
        return new Column(
                column.text("name"),
                column.object("type", TypeJson::read),
                !column.flag("notNull"),
                column.optionalObject("default", ExpressionJson::read).orElse(null),
                column.optionalObject("generation", GenerationJson::read).orElse(null),
                column.optionalObject("collation", it -> NameJson.read(it, "name")).orElse(null),
                column.optionalText("description"));
    }

    private static Fields trigger(Trigger trigger) {
        return new Fields()
                .put("name", trigger.name())
                .put("timing", trigger.timing())
                .list("events", trigger.events())
                .put("level", trigger.level())
                .put("function", NameJson.write(trigger.function(), "name"))
                .put("description", trigger.description());
    }

    private static Trigger trigger(JsonObject trigger) {
        return new Trigger(
                trigger.text("name"),
                trigger.constant("timing", TriggerTiming.class),
                trigger.constants("events", TriggerEvent.class),
                trigger.constant("level", TriggerLevel.class),
                trigger.object("function", function -> NameJson.read(function, "name")),
                trigger.optionalText("description"));
    }
}
