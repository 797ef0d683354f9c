package dev.plinth.json;

import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.Trigger.TransitionTables;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;

/** Triggers. */
final class TriggerJson {

    private TriggerJson() {}

    static Fields write(Trigger trigger) {
        return new Fields()
                .put("name", trigger.name())
                .put("timing", trigger.timing())
                .list("events", trigger.events())
                .list("updateOf", trigger.updateOf())
                .put("level", trigger.level())
                .put("oldTable", trigger.transitionTables().oldTable())
                .put("newTable", trigger.transitionTables().newTable())
                .put("condition", trigger.condition() == null ? null : ExpressionJson.write(trigger.condition()))
                .put("constraint", trigger.constraint() == null ? null : constraint(trigger.constraint()))
                .put("function", NameJson.write(trigger.function(), "name"))
                .flag("functionExists", trigger.call().exists())
                .list("arguments", trigger.call().arguments())
                .put("description", trigger.description());
    }

    static Trigger read(JsonObject trigger) {
        return new Trigger(
                trigger.text("name"),
                trigger.constant("timing", TriggerTiming.class),
                trigger.constants("events", TriggerEvent.class),
                trigger.texts("updateOf"),
                trigger.constant("level", TriggerLevel.class),
                new TransitionTables(trigger.optionalText("oldTable"), trigger.optionalText("newTable")),
                trigger.optionalObject("condition", ExpressionJson::read).orElse(null),
                trigger.optionalObject("constraint", TriggerJson::constraint).orElse(null),
                new Trigger.Call(
                        trigger.object("function", function -> NameJson.read(function, "name")),
                        trigger.flag("functionExists"),
                        trigger.texts("arguments")),
                trigger.optionalText("description"));
    }

    private static Fields constraint(Trigger.Constraint constraint) {
        return new Fields()
                .put("deferral", constraint.deferral())
                .put("from", constraint.from() == null ? null : NameJson.write(constraint.from(), "name"));
    }

    private static Trigger.Constraint constraint(JsonObject constraint) {
        return new Trigger.Constraint(
                constraint.constant("deferral", Deferral.class),
                constraint.optionalObject("from", it -> NameJson.read(it, "name")).orElse(null));
    }
}
