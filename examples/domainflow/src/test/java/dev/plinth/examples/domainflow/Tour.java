package dev.plinth.examples.domainflow;

import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.DynamoSchemas;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.examples.domainflow.schema.DocumentTables;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.text.ReportText;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What there is to see: apply, apply again, the trigger, a document, verify. */
record Tour(Connection connection, DynamoDbClient client, PrintStream out) {

    /** Returns the exit code: 0 also where something had to be deferred for want of PostGIS. */
    int run() throws SQLException {
        SchemaInitializer initializer = SchemaInitializer.of(DomainFlow.SCHEMA)
                .with(PostgresStore.of(connection).deferMissingExtensions(), DynamoStore.of(client));
        title("Apply, to two empty stores");
        out.print(ReportText.of(initializer.apply()));
        title("Apply again");
        out.print(ReportText.of(initializer.apply()));
        title("The trigger keeps updated_at");
        showTrigger();
        title("A report, written and read through the Enhanced client");
        showDocument();
        title("Verify");
        Report report = initializer.verify();
        out.print(ReportText.of(report));
        boolean expected = List.of(Finding.DEFERRED).containsAll(report.findings());
        return expected ? 0 : report.exitCode();
    }

    private void title(String text) {
        out.printf("%n== %s ==%n%n", text);
    }

    private void showTrigger() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO tenants (tenant_name) VALUES ('Harbour Watch')");
            showTenant(statement, "inserted");
            statement.execute("UPDATE tenants SET tenant_name = 'Harbour Watch Ltd'");
            showTenant(statement, "updated ");
        }
    }

    private void showTenant(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT tenant_name, created_at, updated_at FROM tenants")) {
            row.next();
            out.printf("%s  %-18s created_at %-26s  updated_at %s%n", what, row.getString(1), row.getString(2),
                    row.getString(3));
        }
    }

    private void showDocument() {
        DynamoDbEnhancedClient enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        DynamoDbTable<EnhancedDocument> reports = DynamoSchemas.table(enhanced, DocumentTables.REPORTS);
        reports.putItem(EnhancedDocument.builder()
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                .putString("incident_id", "incident-1")
                .putString("tenant_id", "harbour-watch")
                .putString("domain_id", "spills")
                .putString("created_at", "2026-11-01T08:30:00Z")
                .putString("raw_text", "Oil on the water at pier 4")
                .putJson("ingestion_data", "{\"severity\": 2, \"pier\": \"4\"}")
                .build());
        Key key = Key.builder().partitionValue("harbour-watch").sortValue("spills").build();
        reports.index("tenant-domain-index").query(QueryConditional.keyEqualTo(key)).stream()
                .flatMap(page -> page.items().stream())
                .forEach(report -> out.println(report.toJson()));
    }
}
