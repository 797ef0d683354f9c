package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints; NO ACTION, the default of a foreign key, is left out. */
final class ConstraintJson {

    private ConstraintJson() {}

    static Fields write(Constraint constraint) {
        Fields fields = switch (constraint) {
            case Constraint.PrimaryKey key -> named("primaryKey", key).list("columns", key.columns());
            case Constraint.Unique key -> named("unique", key).list("columns", key.columns());
            case Constraint.Check check ->
                named("check", check).put("condition", ExpressionJson.write(check.condition()));
            case Constraint.ForeignKey key -> foreignKey(key);
        };
        return fields.put("description", constraint.description());
    }

    private static Fields foreignKey(Constraint.ForeignKey key) {
        Fields references = NameJson.write(key.target(), "table").list("columns", key.targetColumns());
        return named("foreignKey", key)
                .list("columns", key.columns())
                .put("references", references)
                .put("onDelete", action(key.onDelete()))
                .put("onUpdate", action(key.onUpdate()));
    }

    private static Fields named(String kind, Constraint constraint) {
        return Fields.kind(kind).put("name", constraint.name());
    }

    private static @Nullable ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? null : action;
    }

    static Constraint read(JsonObject constraint) {
        String name = constraint.text("name");
        String description = constraint.optionalText("description");
        return switch (constraint.text("kind")) {
            case "primaryKey" -> new Constraint.PrimaryKey(name, constraint.texts("columns"), description);
            case "unique" -> new Constraint.Unique(name, constraint.texts("columns"), description);
            case "check" ->
                new Constraint.Check(name, constraint.object("condition", ExpressionJson::read), description);
            case "foreignKey" -> foreignKey(constraint, name, description);
            default -> throw constraint.problem("\"kind\" must be one of primaryKey, unique, check, foreignKey");
        };
    }

    private static Constraint foreignKey(JsonObject key, String name, @Nullable String description) {
        Target target = key.object("references", Target::read);
        return new Constraint.ForeignKey(
                name,
                key.texts("columns"),
                target.table(),
                target.columns(),
                key.constant("onDelete", ReferentialAction.NO_ACTION),
                key.constant("onUpdate", ReferentialAction.NO_ACTION),
                description);
    }

    private record Target(QualifiedName table, List<String> columns) {
        static Target read(JsonObject references) {
            return new Target(NameJson.read(references, "table"), references.texts("columns"));
        }
    }
}
