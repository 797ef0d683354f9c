package dev.plinth.docs;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.PostgresStore;
import java.time.Duration;
import javax.sql.DataSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The Java of the README. */
final class ReadmeSnippets {

    static final Table TENANTS = table("tenants", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
    });

    static final Table AGENTS = table("agents", t -> {
        t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        var tenant = t.column("tenant_id", uuid()).notNull().references(TENANTS);
        t.column("kind", varchar(20)).notNull().oneOf("ingestion", "query");
        var created = t.column("created_at", timestamp()).defaultTo(now());
        t.index("idx_agents_tenant").on(tenant, created.desc());
    });

    static final Schema SCHEMA = schema("agents", TENANTS, AGENTS);

    private ReadmeSnippets() {}

    static Report start(DataSource dataSource, DynamoDbClient dynamoDbClient) {
        Report report = SchemaInitializer.of(SCHEMA)
                .with(PostgresStore.of(dataSource), DynamoStore.of(dynamoDbClient))
                .deadline(Duration.ofSeconds(30))
                .apply(); // or plan(), verify()
        return report;
    }
}
