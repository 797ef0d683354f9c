package dev.plinth.json;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import java.util.List;

/** PostgreSQL tables with their columns. */
final class TableJson {

    private TableJson() {}

    static Fields write(Table table) {
        return NameJson.write(table.name(), "name")
                .put("description", table.description())
                .all(TableOptionsJson.write(table.options()))
                .each("columns", table.columns(), TableJson::column)
                .each("constraints", table.constraints(), ConstraintJson::write)
                .each("indexes", table.indexes(), IndexJson::write)
                .each("triggers", table.triggers(), TriggerJson::write)
                .each("rules", table.rules(), RuleJson::write)
                .all(RowSecurityJson.write(table.rowSecurity()));
    }

    static Table read(JsonObject table) {
        return new Table(
                NameJson.read(table, "name"),
                table.each("columns", TableJson::column),
                table.each("constraints", ConstraintJson::read),
                table.each("indexes", IndexJson::read),
                table.each("triggers", TriggerJson::read),
                table.each("rules", RuleJson::read),
                TableOptionsJson.read(table),
                RowSecurityJson.read(table),
                List.of(),
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
                .all(TableOptionsJson.write(column.options()))
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
                TableOptionsJson.columnOptions(column),
                column.optionalText("description"));
    }
}
