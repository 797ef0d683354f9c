package dev.plinth.json;

import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.View;
import dev.plinth.model.sql.View.CheckOption;
import java.util.List;

/** Views and materialized views; what PostgreSQL takes where nothing is said is left out. */
final class ViewJson {

    private ViewJson() {}

    static Fields write(View view, Fields named) {
        View.Options options = view.options();
        return query(view, named)
                .flag("securityBarrier", options.securityBarrier())
                .flag("securityInvoker", options.securityInvoker())
                .put("checkOption", options.checkOption() == CheckOption.NONE ? null : options.checkOption())
                .each("defaults", view.defaults(), ViewJson::write)
                .each("triggers", view.triggers(), TriggerJson::write)
                .each("rules", view.rules(), RuleJson::write)
                .each("dependsOn", view.dependsOn(), FunctionJson::reference)
                .put("description", view.description());
    }

    static Fields write(MaterializedView view, Fields named) {
        MaterializedView.Options options = view.options();
        return query(view, named)
                .put("with", StorageJson.parameters(options.parameters()))
                .put("accessMethod", options.accessMethod())
                .put("tablespace", options.tablespace())
                .flag("withNoData", !options.populated())
                .each("indexes", view.indexes(), IndexJson::write)
                .each("dependsOn", view.dependsOn(), FunctionJson::reference)
                .put("description", view.description());
    }

    private static Fields query(NamedQuery view, Fields named) {
        return named.list("columns", view.columns()).put("query", view.query());
    }

    private static Fields write(ColumnDefault one) {
        return new Fields().put("column", one.column()).put("value", ExpressionJson.write(one.value()));
    }

    private static ColumnDefault columnDefault(JsonObject one) {
        return new ColumnDefault(one.text("column"), one.object("value", ExpressionJson::read));
    }

    static View view(JsonObject view) {
        return new View(
                NameJson.read(view, "name"),
                view.texts("columns"),
                view.text("query"),
                new View.Options(
                        view.flag("securityBarrier"),
                        view.flag("securityInvoker"),
                        view.constant("checkOption", CheckOption.NONE)),
                view.each("defaults", ViewJson::columnDefault),
                view.each("triggers", TriggerJson::read),
                view.each("rules", RuleJson::read),
                view.each("dependsOn", FunctionJson::reference),
                List.of(),
                view.optionalText("description"));
    }

    static MaterializedView materializedView(JsonObject view) {
        return new MaterializedView(
                NameJson.read(view, "name"),
                view.texts("columns"),
                view.text("query"),
                new MaterializedView.Options(
                        StorageJson.parameters(view),
                        view.optionalText("accessMethod"),
                        view.optionalText("tablespace"),
                        !view.flag("withNoData")),
                view.each("indexes", IndexJson::read),
                view.each("dependsOn", FunctionJson::reference),
                view.optionalText("description"));
    }
}
