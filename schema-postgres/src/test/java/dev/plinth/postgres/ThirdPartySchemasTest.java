package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.postgres.InspectedSchema.Unrepresented;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.Respelled;
import dev.plinth.postgres.testing.TestDatabase;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import dev.plinth.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that libraries ship, loaded as they are: inspected, they make the same database once more. The build unpacks
 * them from their artifacts into {@code target/third-party-schemas}, a folder for each.
 */
class ThirdPartySchemasTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("plinth.third-party-schemas", "target/third-party-schemas"));

    /**
     * The scripts of one artifact, in the order in which they are to be run.
     *
     * @param unrepresented what a schema cannot say of it
     */
    record Scripts(String name, List<String> files, List<String> unrepresented) {
        static Scripts of(String name, String... files) {
            return new Scripts(name, List.of(files), List.of());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scripts> scripts() {
        return Stream.of();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theInspectedSchemaMakesTheSameDatabase(Scripts scripts) {
        try (TestDatabase theirs = PostgresServers.withPrograms().createDatabase();
                TestDatabase ours = PostgresServers.withPrograms().createDatabase()) {
            scripts.files().forEach(file -> theirs.psql(FOLDER.resolve(scripts.name()).resolve(file)));

            InspectedSchema inspected = PostgresSchemas.inspect(theirs.dataSource());

            Schema schema = inspected.schema();
            assertThat(inspected.unrepresented().stream().map(Unrepresented::message))
                    .containsExactlyElementsOf(scripts.unrepresented());
            assertThat(SchemaRules.check(schema).stream().filter(it -> it.severity() == Severity.ERROR)
                    .map(Problem::toString)).isEmpty();
            assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
            assertNothingDiffers(schema, theirs);
            assertThat(SchemaInitializer.of(schema).with(PostgresStore.of(ours.dataSource())).apply())
                    .matches(report -> report.isComplete(), "complete");
            assertThat(Respelled.of(ours.dump())).isEqualTo(Respelled.of(theirs.dump()));
        }
    }

    private static void assertNothingDiffers(Schema schema, TestDatabase database) {
        StoreReport report = SchemaInitializer.of(schema)
                .with(PostgresStore.of(database.dataSource()))
                .verify()
                .stores()
                .getFirst();
        assertThat(report.drift()).isEmpty();
        assertThat(report.steps()).isEmpty();
        assertThat(report.unmanaged()).isEmpty();
    }
}
