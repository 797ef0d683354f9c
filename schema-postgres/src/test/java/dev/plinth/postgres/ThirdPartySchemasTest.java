package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
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
import java.util.Map;
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
     * @param unrepresented what a schema cannot say of it, and the statement that takes it away
     */
    record Scripts(String name, List<String> files, Map<String, String> unrepresented) {
        static Scripts of(String name, String... files) {
            return new Scripts(name, List.of(files), Map.of());
        }

        /** {@code %s} in the pattern stands for each of the words. */
        static Scripts named(String name, String pattern, String... words) {
            return new Scripts(name, Stream.of(words).map(pattern::formatted).toList(), Map.of());
        }

        Scripts beyond(String message, String removal) {
            return new Scripts(name, files, Map.of(message, removal));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scripts> scripts() {
        return Stream.of(
                Scripts.of("quartz", "org/quartz/impl/jdbcjobstore/tables_postgres.sql"),
                Scripts.of("spring-batch", "org/springframework/batch/core/schema-postgresql.sql"),
                Scripts.of("spring-session", "org/springframework/session/jdbc/schema-postgresql.sql"),
                Scripts.of("spring-integration", "org/springframework/integration/jdbc/schema-postgresql.sql"),
                Scripts.of("spring-security-acl", "createAclSchemaPostgres.sql"),
                Scripts.of(
                        "spring-security-oauth2",
                        "org/springframework/security/oauth2/client/oauth2-client-schema-postgres.sql"),
                Scripts.of("spring-cloud-task", "org/springframework/cloud/task/schema-postgresql.sql"),
                Scripts.of("spring-ai", "org/springframework/ai/chat/memory/repository/jdbc/schema-postgresql.sql"),
                Scripts.named("camunda", "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql", "engine",
                        "history",
                        "identity", "case.engine", "case.history", "decision.engine", "decision.history"),
                Scripts.of(
                        "flowable",
                        "org/flowable/common/db/create/flowable.postgres.create.common.sql",
                        "org/flowable/idm/db/create/flowable.postgres.create.identity.sql"),
                Scripts.named("activiti", "org/activiti/db/create/activiti.postgres.create.%s.sql", "engine", "history",
                        "identity"),
                Scripts.named("jbpm", "db/ddl-scripts/postgresql/%s.sql", "postgresql-jbpm-schema",
                        "task_assigning_tables_postgresql", "quartz_tables_postgres",
                        "postgresql-jbpm-lo-trigger-clob"),
                Scripts.named("kill-bill", "org/killbill/billing/util/%s.sql", "ddl-postgresql", "ddl").beyond(
                        "event trigger update_serial_to_bigint_oncreate: is not read into the schema",
                        "DROP EVENT TRIGGER update_serial_to_bigint_oncreate"),
                Scripts.named("pekko", "schema/postgres/%s.sql", "postgres-create-schema"));
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
                    .containsExactlyElementsOf(scripts.unrepresented().keySet());
            assertThat(SchemaRules.check(schema).stream().filter(it -> it.severity() == Severity.ERROR)
                    .map(Problem::toString)).isEmpty();
            assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema);
            scripts.unrepresented().values().forEach(theirs::execute);
            Sameness.assertNothingDiffers(schema, theirs);
            assertThat(SchemaInitializer.of(schema).with(PostgresStore.of(ours.dataSource())).apply())
                    .matches(report -> report.isComplete(), "complete");
            assertThat(Respelled.of(ours.dump())).isEqualTo(Respelled.of(theirs.dump()));
        }
    }
}
