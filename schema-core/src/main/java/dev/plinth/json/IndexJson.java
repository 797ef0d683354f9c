package dev.plinth.json;

import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;

/** Indexes and their keys; what PostgreSQL takes where nothing is said is left out. */
final class IndexJson {

    private IndexJson() {}

    static Fields write(Index index) {
        return new Fields()
                .put("name", index.name())
                .flag("unique", index.unique())
                .flag("nullsNotDistinct", index.nullsNotDistinct())
                .all(StorageJson.method(index.method()))
                .each("keys", index.keys(), IndexJson::key)
                .list("include", index.include())
                .put("with", StorageJson.parameters(index.parameters()))
                .put("predicate", index.predicate() == null ? null : ExpressionJson.write(index.predicate()))
                .put("description", index.description());
    }

    static Index read(JsonObject index) {
        return new Index(
                index.text("name"),
                index.each("keys", IndexJson::key),
                StorageJson.method(index),
                index.flag("unique"),
                index.flag("nullsNotDistinct"),
                index.texts("include"),
                StorageJson.parameters(index),
                index.optionalObject("predicate", ExpressionJson::read).orElse(null),
                index.optionalText("description"));
    }

    static Fields key(IndexKey key) {
        return target(key.target())
                .put("collation", StorageJson.collation(key.collation()))
                .put("operatorClass", StorageJson.operatorClass(key.operatorClass()))
                .put("direction", key.direction() == Direction.ASC ? null : key.direction())
                .put("nulls", key.nulls() == key.direction().usualNulls() ? null : key.nulls());
    }

    static IndexKey key(JsonObject key) {
        Direction direction = key.constant("direction", Direction.ASC);
        return new IndexKey(
                target(key),
                key.optionalObject("collation", StorageJson::collation).orElse(null),
                key.optionalObject("operatorClass", StorageJson::operatorClass).orElse(null),
                direction,
                key.constant("nulls", direction.usualNulls()));
    }

    private static Fields target(IndexKey.Target target) {
        return switch (target) {
            case IndexKey.Target.OfColumn(var name) -> Fields.kind("column").put("name", name);
            case IndexKey.Target.OfExpression(var expression) ->
                Fields.kind("expression").put("expression", ExpressionJson.write(expression));
        };
    }

    private static IndexKey.Target target(JsonObject key) {
        return switch (key.text("kind")) {
            case "column" -> new IndexKey.Target.OfColumn(key.text("name"));
            case "expression" ->
                new IndexKey.Target.OfExpression(key.object("expression", ExpressionJson::read));
            default -> throw key.problem("\"kind\" must be one of column, expression");
        };
    }
}
