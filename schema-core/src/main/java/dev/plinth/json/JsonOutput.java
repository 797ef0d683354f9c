package dev.plinth.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From maps, lists and values to text. What is short stands on one line, so that people can read it. */
final class JsonOutput {

    private static final int SHORT = 80;

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;
    private boolean onOneLine;

    private JsonOutput(boolean pretty) throws IOException {
        generator = new JsonFactory().createGenerator(text);
        if (pretty) {
            generator.setPrettyPrinter(layout());
        }
    }

    /** For people: indented by two, LF, a final newline. */
    static String pretty(Fields fields) {
        return write(fields, true) + "\n";
    }

    /** For programs: no blank at all. */
    static String compact(Fields fields) {
        return write(fields, false);
    }

    private static String write(Fields fields, boolean pretty) {
        try {
            JsonOutput output = new JsonOutput(pretty);
            output.value(fields.values());
            output.generator.close();
            return output.text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case BigDecimal number -> generator.writeNumber(number);
            case Number number -> generator.writeNumber(number.longValue());
            case Boolean flag -> generator.writeBoolean(flag);
            case null -> generator.writeNull();
            default -> generator.writeString(value.toString());
        }
    }

    /** The indentation before a value belongs to its container, that before its parts to itself. */
    private void object(Map<?, ?> fields) throws IOException {
        boolean outer = onOneLine;
        generator.writeStartObject();
        onOneLine = isShort(fields);
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            generator.writeFieldName(String.valueOf(field.getKey()));
            value(field.getValue());
        }
        generator.writeEndObject();
        onOneLine = outer;
    }

    private void array(List<?> items) throws IOException {
        boolean outer = onOneLine;
        generator.writeStartArray();
        onOneLine = isShort(items);
        for (Object item : items) {
            value(item);
        }
        generator.writeEndArray();
        onOneLine = outer;
    }

    /** Whether it may stand on one line. Each object of an array has a line of its own, so that a new one is one line. */
    private static boolean isShort(@Nullable Object value) {
        return String.valueOf(value).length() <= SHORT && hasNoArrayOfObjects(value);
    }

    private static boolean hasNoArrayOfObjects(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> object.values().stream().allMatch(JsonOutput::hasNoArrayOfObjects);
            case List<?> array -> array.stream().noneMatch(Map.class::isInstance);
            case null, default -> true;
        };
    }

    private PrettyPrinter layout() {
        Separators separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        DefaultPrettyPrinter.Indenter indenter = new LineOrBlank();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private final class LineOrBlank implements DefaultPrettyPrinter.Indenter {

        private final DefaultIndenter lines = new DefaultIndenter("  ", "\n");

        @Override
        public void writeIndentation(JsonGenerator target, int level) throws IOException {
            if (onOneLine) {
                target.writeRaw(' ');
            } else {
                lines.writeIndentation(target, level);
            }
        }

        /** No: the printer would lose count of the levels. */
        @Override
        public boolean isInline() {
            return false;
        }
    }
}
