package dev.plinth.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.plinth.job.internal.dynamo.DynamoPart;
import dev.plinth.job.internal.postgres.PostgresPart;
import dev.plinth.json.Fingerprint;
import dev.plinth.model.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be said of a schema without any connection.
 *
 * @param parts those to render; the classes of the others are not touched
 */
record Documents(Schema schema, Set<Part> parts, CommandLine command) {

    /** The hash alone; as JSON, with the name of the schema. */
    String fingerprint() {
        return command.json() ? json(false) : Fingerprint.of(schema) + "\n";
    }

    /** The SQL script, then each request below the command that sends it; as JSON, {@code sql} and {@code requests}. */
    String rendered() {
        return command.json() ? json(true) : text();
    }

    private String text() {
        List<String> documents = new ArrayList<>();
        if (parts.contains(Part.POSTGRES)) {
            documents.add(PostgresPart.script(schema));
        }
        if (parts.contains(Part.DYNAMODB)) {
            DynamoPart.requests(schema, command.options()).forEach(request -> documents.add("# aws dynamodb "
                    + request.command() + " --cli-input-json file://" + request.fileName() + "\n" + request.json()));
        }
        return String.join("\n", documents);
    }

    private String json(boolean withParts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(layout());
            json.writeStartObject();
            json.writeStringField("schema", schema.name());
            json.writeStringField("fingerprint", Fingerprint.of(schema));
            if (withParts) {
                write(json);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private void write(JsonGenerator json) throws IOException {
        if (parts.contains(Part.POSTGRES)) {
            json.writeStringField("sql", PostgresPart.script(schema));
        }
        if (parts.contains(Part.DYNAMODB)) {
            json.writeArrayFieldStart("requests");
            for (DynamoPart.Request request : DynamoPart.requests(schema, command.options())) {
                write(json, request);
            }
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, DynamoPart.Request request) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", request.command());
        json.writeStringField("fileName", request.fileName());
        json.writeFieldName("request");
        try (JsonParser parser = new JsonFactory().createParser(request.json())) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
        }
        json.writeEndObject();
    }

    private static DefaultPrettyPrinter layout() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }
}
