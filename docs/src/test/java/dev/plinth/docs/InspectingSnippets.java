package dev.plinth.docs;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.postgres.InspectedSchema;
import dev.plinth.postgres.PostgresSchemas;
import dev.plinth.postgres.PostgresStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The Java of docs/inspecting.md. */
final class InspectingSnippets {

    static void toFile(DataSource database, Path file) throws IOException {
        InspectedSchema inspected = PostgresSchemas.inspect(database);
        inspected.unrepresented().forEach(one -> System.out.println(one.message()));
        Files.writeString(file, SchemaJson.toJson(inspected.schema()));
    }

    static Report fromFile(Path file, DataSource emptyDatabase) throws IOException {
        Schema schema = SchemaJson.parse(Files.readString(file));
        return SchemaInitializer.of(schema).with(PostgresStore.of(emptyDatabase)).apply();
    }

    private InspectingSnippets() {}
}
