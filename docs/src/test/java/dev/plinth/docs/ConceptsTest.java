package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Finding;
import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.json.Fingerprint;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.render.Renderer;
import dev.plinth.text.PlanText;
import dev.plinth.text.ReportText;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The Java of docs/concepts.md. */
class ConceptsTest {

    private static final Renderer<String> TABLE_LIST = schema -> schema.tables().stream()
            .map(table -> "- " + table.name().display() + "\n")
            .collect(Collectors.joining());

    static void atTheStartOfAService(DataSource dataSource, DynamoDbClient dynamoDbClient) {
        Report report = SchemaInitializer.of(Shop.SCHEMA)
                .with(PostgresStore.of(dataSource), DynamoStore.of(dynamoDbClient))
                .deadline(Duration.ofSeconds(30))
                .apply();
        System.out.print(ReportText.of(report));
    }

    static int inAPipeline(DataSource dataSource) {
        Plan plan = SchemaInitializer.of(Shop.SCHEMA).with(PostgresStore.of(dataSource)).plan();
        System.out.print(PlanText.withStatements(plan));
        return plan.exitCode();
    }

    static void withFindingsThatMustNotPass(Store store) {
        SchemaInitializer.of(Shop.SCHEMA).with(store).failOn(Finding.DRIFT, Finding.BLOCKED).apply();
    }

    @Test
    void aFingerprintChangesWithTheSchema() {
        assertThat(Fingerprint.of(Shop.SCHEMA)).hasSize(64).isNotEqualTo(Fingerprint.of(Shop.SCHEMA.describe("other")));
    }

    @Test
    void aRendererIsAFunctionOfTheSchema() {
        assertThat(TABLE_LIST.render(Shop.SCHEMA)).isEqualTo("""
                - customers
                - orders
                """);
    }
}
