package dev.plinth.json;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import dev.plinth.model.sql.RoutineOptions.Setting;
import dev.plinth.model.sql.RoutineOptions.Volatility;
import org.jspecify.annotations.Nullable;

/** Functions and procedures. A return type that is text stands in {@code "returns"}, another one in {@code "result"}. */
final class FunctionJson {

    private FunctionJson() {}

    static Fields write(Function function) {
        Function.Result result = function.result();
        ColumnType type = result == null ? null : result.type();
        RoutineOptions options = function.options();
        return new Fields()
                .each("arguments", function.arguments(), FunctionJson::argument)
                .put("returns", type instanceof ColumnType.Native text ? text.sql() : null)
                .put("result", type == null || type instanceof ColumnType.Native ? null : TypeJson.write(type))
                .flag("setOf", result != null && result.setOf())
                .put("language", function.language())
                .all(body(function.body()))
                .put("volatility", options.volatility() == Volatility.VOLATILE ? null : options.volatility())
                .flag("strict", options.strict())
                .flag("securityDefiner", options.securityDefiner())
                .flag("leakproof", options.leakproof())
                .put("parallel", options.parallel() == Parallel.UNSAFE ? null : options.parallel())
                .put("cost", options.cost())
                .put("rows", options.rows())
                .each("settings", options.settings(), it -> new Fields()
                        .put("name", it.name())
                        .list("values", it.values()))
                .flag("window", options.window())
                .put("support", options.support() == null ? null : NameJson.write(options.support(), "name"))
                .each("transforms", options.transforms(), TypeJson::write)
                .each("dependsOn", function.dependsOn(), FunctionJson::reference)
                .put("description", function.description());
    }

    static Function read(JsonObject function, boolean isProcedure) {
        return new Function(
                NameJson.read(function, "name"),
                function.each("arguments", FunctionJson::argument),
                result(function, isProcedure),
                function.text("language"),
                body(function),
                options(function),
                function.each("dependsOn", FunctionJson::reference),
                function.optionalText("description"));
    }

    private static Function.@Nullable Result result(JsonObject function, boolean isProcedure) {
        String text = function.optionalText("returns");
        ColumnType type = text != null
                ? new ColumnType.Native(text)
                : function.optionalObject("result", TypeJson::read).orElse(null);
        boolean setOf = function.flag("setOf");
        return isProcedure ? null : new Function.Result(type, setOf);
    }

    private static RoutineOptions options(JsonObject function) {
        return new RoutineOptions(
                function.constant("volatility", Volatility.VOLATILE),
                function.flag("strict"),
                function.flag("securityDefiner"),
                function.flag("leakproof"),
                function.constant("parallel", Parallel.UNSAFE),
                function.has("cost") ? function.number("cost") : null,
                function.has("rows") ? function.integer("rows") : null,
                function.each("settings", it -> new Setting(it.text("name"), it.texts("values"))),
                function.flag("window"),
                function.optionalObject("support", it -> NameJson.read(it, "name")).orElse(null),
                function.each("transforms", TypeJson::read));
    }

    /** A text stands for itself. */
    private static Fields body(RoutineBody body) {
        return switch (body) {
            case RoutineBody.Text(var text) -> new Fields().put("body", text);
            case RoutineBody.Return(var expression) -> new Fields().put("returnExpression", expression);
            case RoutineBody.Atomic(var statements) -> new Fields().flag("atomic", true).list("statements", statements);
            case RoutineBody.ObjectFile(var file, var symbol) ->
                new Fields().put("objectFile", file).put("symbol", symbol);
        };
    }

    private static RoutineBody body(JsonObject function) {
        String expression = function.optionalText("returnExpression");
        String file = function.optionalText("objectFile");
        boolean atomic = function.flag("atomic");
        if (expression != null) {
            return new RoutineBody.Return(expression);
        }
        if (atomic) {
            return new RoutineBody.Atomic(function.texts("statements"));
        }
        return file == null
                ? new RoutineBody.Text(function.text("body"))
                : new RoutineBody.ObjectFile(file, function.text("symbol"));
    }

    static Fields argument(Argument argument) {
        return new Fields()
                .text("name", argument.name())
                .put("mode", argument.mode() == Argument.Mode.IN ? null : argument.mode())
                .put("type", TypeJson.write(argument.type()))
                .put("default", argument.defaultValue() == null ? null : ExpressionJson.write(argument.defaultValue()));
    }

    static Argument argument(JsonObject argument) {
        String name = argument.optionalText("name");
        return new Argument(
                name == null ? "" : name,
                argument.constant("mode", Argument.Mode.IN),
                argument.object("type", TypeJson::read),
                argument.optionalObject("default", ExpressionJson::read).orElse(null));
    }

    static Fields reference(ObjectName name) {
        return new Fields()
                .put("catalog", name.catalog())
                .all(NameJson.write(name.name(), "name"))
                .each("arguments", name.arguments(), TypeJson::write);
    }

    static ObjectName reference(JsonObject name) {
        return new ObjectName(
                name.constant("catalog", ObjectName.Catalog.class),
                NameJson.read(name, "name"),
                name.each("arguments", TypeJson::read));
    }
}
