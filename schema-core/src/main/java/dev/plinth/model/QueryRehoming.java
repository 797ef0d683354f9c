package dev.plinth.model;

import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.View;

/** Moves views and rules: in their texts the names move that are of the schema itself. */
record QueryRehoming(TableRehoming tables) {

    NamedQuery view(NamedQuery view) {
        return switch (view) {
            case View it -> view(it);
            case MaterializedView it ->
                new MaterializedView(
                        tables.names().name(it.name()),
                        it.columns(),
                        tables.names().text(it.query()),
                        it.options(),
                        it.indexes().stream().map(tables::index).toList(),
                        it.dependsOn().stream().map(tables.names()::objectName).toList(),
                        it.objects().stream().map(tables.objects()::object).toList(),
                        it.description());
        };
    }

    private View view(View view) {
        return new View(
                tables.names().name(view.name()),
                view.columns(),
                tables.names().text(view.query()),
                view.options(),
                view.defaults().stream()
                        .map(it -> new ColumnDefault(it.column(), tables.names().value(it.value())))
                        .toList(),
                view.triggers().stream().map(tables::trigger).toList(),
                view.rules().stream().map(this::rule).toList(),
                view.dependsOn().stream().map(tables.names()::objectName).toList(),
                view.objects().stream().map(tables.objects()::object).toList(),
                view.description());
    }

    RewriteRule rule(RewriteRule rule) {
        return new RewriteRule(
                rule.name(),
                rule.event(),
                rule.condition(),
                rule.instead(),
                rule.commands().stream().map(tables.names()::text).toList(),
                rule.description());
    }
}
