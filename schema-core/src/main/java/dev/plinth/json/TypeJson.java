package dev.plinth.json;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserType;

/** Column types. */
final class TypeJson {

    private TypeJson() {}

    static Fields write(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn(var name, var modifiers) ->
                Fields.kind("builtIn").put("name", name).list("modifiers", modifiers);
            case ColumnType.OfExtension(var extension, var name, var modifiers) ->
                Fields.kind("ofExtension")
                        .put("extension", extension)
                        .put("name", name)
                        .list("modifiers", modifiers);
            case ColumnType.Array(var element) -> Fields.kind("array").put("element", write(element));
            case ColumnType.Named(var name) -> Fields.kind("named").all(NameJson.write(name, "name"));
            case UserType defined -> write(defined.reference());
            case ColumnType.Native(var sql) -> Fields.kind("native").put("sql", sql);
        };
    }

    static ColumnType read(JsonObject type) {
        return switch (type.text("kind")) {
            case "builtIn" ->
                new ColumnType.BuiltIn(type.constant("name", BuiltInType.class), type.integers("modifiers"));
            case "ofExtension" ->
                new ColumnType.OfExtension(type.text("extension"), type.text("name"), type.texts("modifiers"));
            case "array" -> new ColumnType.Array(type.object("element", TypeJson::read));
            case "named" -> new ColumnType.Named(NameJson.read(type, "name"));
            case "native" -> new ColumnType.Native(type.text("sql"));
            default -> throw type.problem("\"kind\" must be one of builtIn, ofExtension, array, named, native");
        };
    }
}
