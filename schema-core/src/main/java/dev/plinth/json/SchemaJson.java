package dev.plinth.json;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;

/**
 * The JSON form of a schema, for tools and for comparing. Equal schemas have equal forms, byte for byte, and
 * {@link #parse} gives back an equal schema.
 *
 * <p>The fields are the components of the model's records, in a fixed order. The alternatives of a sealed type begin with
 * {@code "kind"}; constants of enums keep their names. What is absent, empty or the default of the store is left out: the
 * namespace {@code public}, a nullable column, ascending order, the method {@code btree}, NO ACTION.
 */
public final class SchemaJson {

    private SchemaJson() {}

    /** Indented by two, with LF and a final newline. */
    public static String toJson(Schema schema) {
        return JsonOutput.pretty(write(schema));
    }

    /** Without any blank. */
    public static String toCompactJson(Schema schema) {
        return JsonOutput.compact(write(schema));
    }

    /**
     * The schema of such a form. The rules of a schema are not checked again.
     *
     * @throws IllegalArgumentException when it is not JSON, a field is missing, of the wrong type or unknown; the
     *     message begins with the path of the object
     */
    public static Schema parse(String json) {
        return JsonInput.object(json).read(SchemaJson::read);
    }

    private static Fields write(Schema schema) {
        return new Fields()
                .put("name", schema.name())
                .put("description", schema.description())
                .list("extensions", schema.extensions().stream().map(SchemaJson::extension).toList())
                .each("objects", schema.objects(), ObjectJson::write)
                .each("tables", schema.tables(), TableJson::write)
                .each("dynamoTables", schema.dynamoTables(), DynamoJson::write);
    }

    /** A name where nothing else is said. */
    private static Object extension(Extension extension) {
        return extension.equals(new Extension(extension.name()))
                ? extension.name()
                : new Fields()
                        .put("name", extension.name())
                        .put("namespace", extension.namespace())
                        .put("version", extension.version())
                        .put("comment", extension.comment())
                        .values();
    }

    private static Extension extension(JsonObject extension) {
        return new Extension(
                extension.text("name"),
                extension.optionalText("namespace"),
                extension.optionalText("version"),
                extension.optionalText("comment"));
    }

    private static Schema read(JsonObject schema) {
        return new Schema(
                schema.text("name"),
                schema.each("extensions", Extension::new, SchemaJson::extension),
                schema.each("objects", ObjectJson::read),
                schema.each("tables", TableJson::read),
                schema.each("dynamoTables", DynamoJson::read),
                schema.optionalText("description"));
    }
}
