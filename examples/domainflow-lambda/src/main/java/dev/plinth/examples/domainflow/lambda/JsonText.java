package dev.plinth.examples.domainflow.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON and maps, by the streaming half of Jackson: the other half would take longer to load than a whole run. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * The fields of an object, in their order; those that are null are left out.
     *
     * @throws IllegalArgumentException when the text is no JSON object
     */
    public static Map<String, Object> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object");
            }
            Map<String, Object> fields = fields(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return fields;
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON object: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> fields(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static List<Object> items(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE -> null;
        };
    }

    /** The same way back, without a blank. */
    public static String of(Map<String, ?> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(fields, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        switch (value) {
            case Map<?, ?> object -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    generator.writeFieldName(String.valueOf(field.getKey()));
                    write(field.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case List<?> items -> {
                generator.writeStartArray();
                for (Object item : items) {
                    write(item, generator);
                }
                generator.writeEndArray();
            }
            case Number number -> generator.writeNumber(number.longValue());
            case Boolean flag -> generator.writeBoolean(flag);
            case null, default -> generator.writeString(String.valueOf(value));
        }
    }
}
