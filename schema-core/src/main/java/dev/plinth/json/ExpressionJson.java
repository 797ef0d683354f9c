package dev.plinth.json;

import dev.plinth.model.sql.Expression;

/** Defaults and conditions. */
final class ExpressionJson {

    private ExpressionJson() {}

    static Fields write(Expression expression) {
        return switch (expression) {
            case Expression.Sql(var text) -> Fields.kind("sql").put("text", text);
            case Expression.NextValue(var sequence) ->
                Fields.kind("nextValue").all(NameJson.write(sequence, "sequence"));
            case Expression.StringLiteral(var value) -> Fields.kind("string").put("value", value);
            case Expression.NumberLiteral(var value) -> Fields.kind("number").put("value", value);
            case Expression.BooleanLiteral(var value) -> Fields.kind("boolean").put("value", value);
            case Expression.OneOf(var column, var values) ->
                Fields.kind("oneOf").put("column", column).each("values", values, ExpressionJson::write);
        };
    }

    static Expression read(JsonObject expression) {
        return switch (expression.text("kind")) {
            case "sql" -> new Expression.Sql(expression.text("text"));
            case "nextValue" -> new Expression.NextValue(NameJson.read(expression, "sequence"));
            case "string" -> new Expression.StringLiteral(expression.text("value"));
            case "number" -> new Expression.NumberLiteral(expression.number("value"));
            case "boolean" -> new Expression.BooleanLiteral(expression.bool("value"));
            case "oneOf" ->
                new Expression.OneOf(expression.text("column"), expression.each("values", ExpressionJson::read));
            default ->
                throw expression.problem("\"kind\" must be one of sql, nextValue, string, number, boolean, oneOf");
        };
    }
}
