package dev.plinth.json;

import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.TriggerEvent;

/** Rules of tables and views. */
final class RuleJson {

    private RuleJson() {}

    static Fields write(RewriteRule rule) {
        return new Fields()
                .put("name", rule.name())
                .put("event", rule.event())
                .put("condition", rule.condition() == null ? null : ExpressionJson.write(rule.condition()))
                .flag("instead", rule.instead())
                .list("commands", rule.commands())
                .put("description", rule.description());
    }

    static RewriteRule read(JsonObject rule) {
        return new RewriteRule(
                rule.text("name"),
                rule.constant("event", TriggerEvent.class),
                rule.optionalObject("condition", ExpressionJson::read).orElse(null),
                rule.flag("instead"),
                rule.texts("commands"),
                rule.optionalText("description"));
    }
}
