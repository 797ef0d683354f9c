package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints; what PostgreSQL takes where nothing is said is left out. */
final class ConstraintJson {

    private ConstraintJson() {}

    static Fields write(Constraint constraint) {
        Fields fields = switch (constraint) {
            case Constraint.PrimaryKey key ->
                named("primaryKey", key)
                        .list("columns", key.columns())
                        .flag("withoutOverlaps", key.withoutOverlaps())
                        .all(options(key.options()));
            case Constraint.Unique key ->
                named("unique", key)
                        .list("columns", key.columns())
                        .flag("nullsNotDistinct", key.nullsNotDistinct())
                        .flag("withoutOverlaps", key.withoutOverlaps())
                        .all(options(key.options()));
            case Constraint.Exclusion exclusion ->
                named("exclusion", exclusion)
                        .all(StorageJson.method(exclusion.method()))
                        .each("elements", exclusion.elements(), ConstraintJson::element)
                        .all(options(exclusion.options()))
                        .put("predicate", exclusion.predicate() == null ? null
                                : ExpressionJson.write(exclusion.predicate()));
            case Constraint.Check check ->
                named("check", check)
                        .put("condition", ExpressionJson.write(check.condition()))
                        .flag("noInherit", check.noInherit())
                        .put("enforcement", unless(Enforcement.ENFORCED, check.enforcement()));
            case Constraint.ForeignKey key -> foreignKey(key);
        };
        return fields.put("description", constraint.description());
    }

    private static Fields foreignKey(Constraint.ForeignKey key) {
        Fields references = NameJson.write(key.target(), "table").list("columns", key.targetColumns());
        ForeignKeyOptions options = key.options();
        return named("foreignKey", key)
                .list("columns", key.columns())
                .put("references", references)
                .flag("matchFull", options.matchFull())
                .flag("period", options.period())
                .put("onDelete", unless(ReferentialAction.NO_ACTION, key.onDelete()))
                .list("onDeleteColumns", options.onDeleteColumns())
                .put("onUpdate", unless(ReferentialAction.NO_ACTION, key.onUpdate()))
                .put("deferral", unless(Deferral.NOT_DEFERRABLE, options.deferral()))
                .put("enforcement", unless(Enforcement.ENFORCED, options.enforcement()));
    }

    private static Fields options(KeyOptions options) {
        return new Fields()
                .list("include", options.include())
                .put("with", StorageJson.parameters(options.parameters()))
                .put("deferral", unless(Deferral.NOT_DEFERRABLE, options.deferral()));
    }

    private static Fields element(Constraint.Exclusion.Element element) {
        Operator operator = element.operator();
        return IndexJson.key(element.key())
                .put("operator", StorageJson.source(operator.source()).put("name", operator.symbol()));
    }

    private static Fields named(String kind, Constraint constraint) {
        return Fields.kind(kind).put("name", constraint.name());
    }

    private static <E extends Enum<E>> @Nullable E unless(E usual, E value) {
        return value == usual ? null : value;
    }

    static Constraint read(JsonObject constraint) {
        String name = constraint.text("name");
        String description = constraint.optionalText("description");
        return switch (constraint.text("kind")) {
            case "primaryKey" ->
                new Constraint.PrimaryKey(
                        name,
                        constraint.texts("columns"),
                        constraint.flag("withoutOverlaps"),
                        options(constraint),
                        description);
            case "unique" ->
                new Constraint.Unique(
                        name,
                        constraint.texts("columns"),
                        constraint.flag("nullsNotDistinct"),
                        constraint.flag("withoutOverlaps"),
                        options(constraint),
                        description);
            case "exclusion" ->
                new Constraint.Exclusion(
                        name,
                        StorageJson.method(constraint),
                        constraint.each("elements", ConstraintJson::element),
                        options(constraint),
                        constraint.optionalObject("predicate", ExpressionJson::read).orElse(null),
                        description);
            case "check" ->
                new Constraint.Check(
                        name,
                        constraint.object("condition", ExpressionJson::read),
                        constraint.flag("noInherit"),
                        constraint.constant("enforcement", Enforcement.ENFORCED),
                        description);
            case "foreignKey" -> foreignKey(constraint, name, description);
            default ->
                throw constraint.problem("\"kind\" must be one of primaryKey, unique, exclusion, check, foreignKey");
        };
    }

    private static KeyOptions options(JsonObject key) {
        return new KeyOptions(
                key.texts("include"), StorageJson.parameters(key), key.constant("deferral", Deferral.NOT_DEFERRABLE));
    }

    private static Constraint.Exclusion.Element element(JsonObject element) {
        return new Constraint.Exclusion.Element(IndexJson.key(element), element.object("operator",
                operator -> new Operator(StorageJson.source(operator), operator.text("name"))));
    }

    private static Constraint foreignKey(JsonObject key, String name, @Nullable String description) {
        Target target = key.object("references", Target::read);
        ForeignKeyOptions options = new ForeignKeyOptions(
                key.flag("matchFull"),
                key.texts("onDeleteColumns"),
                key.flag("period"),
                key.constant("deferral", Deferral.NOT_DEFERRABLE),
                key.constant("enforcement", Enforcement.ENFORCED));
        return new Constraint.ForeignKey(
                name,
                key.texts("columns"),
                target.table(),
                target.columns(),
                key.constant("onDelete", ReferentialAction.NO_ACTION),
                key.constant("onUpdate", ReferentialAction.NO_ACTION),
                options,
                description);
    }

    private record Target(QualifiedName table, List<String> columns) {
        static Target read(JsonObject references) {
            return new Target(NameJson.read(references, "table"), references.texts("columns"));
        }
    }
}
