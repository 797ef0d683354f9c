package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class DynamoSchemasTest {

    /** Keeps the CreateTable that the Enhanced client makes of a table schema. */
    private static final class Capture implements ExecutionInterceptor {
        private final AtomicReference<CreateTableRequest> request = new AtomicReference<>();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof CreateTableRequest create) {
                request.set(create);
            }
        }
    }

    @Test
    void a_document_is_written_read_and_found_through_an_index() {
        DynamoDbClient client = DynamoDbLocal.client("documents");
        DynamoStore.of(client).tablePrefix("dev-").apply(Tables.of(Tables.REPORTS), Tables.soon());
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        DynamoDbTable<EnhancedDocument> reports = DynamoSchemas.table(enhanced, Tables.REPORTS, "dev-");

        reports.putItem(EnhancedDocument.builder()
                .putString("incident_id", "i-1")
                .putString("tenant_id", "t-1")
                .putString("domain_id", "d-1")
                .putString("raw_text", "smoke")
                .build());

        assertThat(reports.getItem(Key.builder().partitionValue("i-1").build()).getString("raw_text"))
                .isEqualTo("smoke");
        Key tenantAndDomain = Key.builder().partitionValue("t-1").sortValue("d-1").build();
        assertThat(reports.index("tenant-domain-index").query(QueryConditional.keyEqualTo(tenantAndDomain)))
                .flatExtracting(page -> page.items())
                .extracting(document -> document.getString("incident_id"))
                .containsExactly("i-1");
    }

    private static final DynamoTable EVENTS = dynamoTable("Events", t -> {
        var day = t.string("day");
        t.partitionKey(t.string("user")).sortKey(t.number("at"));
        t.localIndex("by-day").sortKey(day);
        t.localIndex("by-weight").sortKey(t.number("weight"));
        t.globalIndex("all-of-a-day").partitionKey(day).sortKey(t.string("kind"));
    });

    @Test
    void a_local_index_is_queried_within_its_partition() {
        DynamoDbClient client = DynamoDbLocal.client("localindexes");
        DynamoStore.of(client).apply(Tables.of(EVENTS), Tables.soon());
        DynamoDbTable<EnhancedDocument> events =
                DynamoSchemas.table(DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(), EVENTS);
        for (int at = 1; at <= 3; at++) {
            events.putItem(EnhancedDocument.builder()
                    .putString("user", "u-1")
                    .putNumber("at", at)
                    .putString("day", at < 3 ? "monday" : "tuesday")
                    .build());
        }

        Key monday = Key.builder().partitionValue("u-1").sortValue("monday").build();

        assertThat(events.index("by-day").query(QueryConditional.keyEqualTo(monday)))
                .flatExtracting(page -> page.items())
                .extracting(document -> document.getNumber("at").intValue())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void keys_and_indexes_are_those_of_the_model() {
        for (DynamoTable table : List.of(Tables.REPORTS, Tables.COUNTERS, EVENTS)) {
            CreateTableRequest ours = (CreateTableRequest) DynamoRequests.of().render(table).get(0).request();

            CreateTableRequest theirs = createdByTheEnhancedClient(table);

            assertThat(keys(theirs)).isEqualTo(keys(ours));
            assertThat(theirs.attributeDefinitions())
                    .extracting(AttributeDefinition::toString)
                    .containsExactlyInAnyOrderElementsOf(ours.attributeDefinitions().stream()
                            .map(AttributeDefinition::toString)
                            .toList());
        }
    }

    @Test
    void the_enhanced_client_makes_the_same_keys_in_dynamodb() {
        for (DynamoTable table : List.of(Tables.REPORTS, Tables.COUNTERS, EVENTS)) {
            DynamoDbClient theirs = DynamoDbLocal.client("theirs");
            DynamoDbClient ours = DynamoDbLocal.client("ours");
            DynamoSchemas.table(DynamoDbEnhancedClient.builder().dynamoDbClient(theirs).build(), table).createTable();
            DynamoStore.of(ours).apply(Tables.of(table), Tables.soon());

            assertThat(keys(theirs, table)).isEqualTo(keys(ours, table)).doesNotContain("null");
        }
    }

    /** As DynamoDB describes the table. */
    private static String keys(DynamoDbClient client, DynamoTable table) {
        TableDescription found = client.describeTable(to -> to.tableName(table.name())).table();
        return elements(found.keySchema())
                + found.globalSecondaryIndexes().stream()
                        .map(index -> " global " + index.indexName() + elements(index.keySchema()))
                        .sorted()
                        .toList()
                        .toString()
                + found.localSecondaryIndexes().stream()
                        .map(index -> " local " + index.indexName() + elements(index.keySchema()))
                        .sorted()
                        .toList()
                + found.attributeDefinitions().stream().map(AttributeDefinition::toString).sorted().toList();
    }

    private static final DynamoTable VISITS = dynamoTable("Visits", t -> {
        var site = t.string("site");
        var day = t.number("day");
        var user = t.string("user");
        var token = t.binary("token");
        t.partitionKey(user).sortKey(t.number("at"));
        t.localIndex("by-token").sortKey(token);
        t.globalIndex("by-site-and-day").partitionKey(site, day).sortKey(token, user);
        t.globalIndex("by-day").partitionKey(day);
    });

    @Test
    void every_index_is_queried_also_by_a_key_of_several_attributes() {
        DynamoDbClient client = DynamoDbLocal.client("visits");
        DynamoStore.of(client).apply(Tables.of(VISITS), Tables.soon());
        DynamoDbTable<EnhancedDocument> visits =
                DynamoSchemas.table(DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(), VISITS);
        for (int at = 1; at <= 4; at++) {
            visits.putItem(EnhancedDocument.builder()
                    .putString("user", "u-" + at % 2)
                    .putNumber("at", at)
                    .putString("site", "s-1")
                    .putNumber("day", at <= 3 ? 7 : 8)
                    .putBytes("token", SdkBytes.fromUtf8String("t-" + at))
                    .build());
        }
        SdkBytes third = SdkBytes.fromUtf8String("t-3");

        assertThat(found(visits, "by-day", Key.builder().partitionValue(7).build())).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(found(visits, "by-token", Key.builder().partitionValue("u-1").sortValue(third).build()))
                .containsExactly(3);
        assertThat(found(visits, "by-site-and-day", Key.builder()
                .addPartitionValue("s-1")
                .addPartitionValue(7)
                .build())).containsExactly(1, 2, 3);
        assertThat(found(visits, "by-site-and-day", Key.builder()
                .addPartitionValue("s-1")
                .addPartitionValue(7)
                .addSortValue(third)
                .addSortValue("u-1")
                .build())).containsExactly(3);
    }

    private static List<Integer> found(DynamoDbTable<EnhancedDocument> table, String index, Key key) {
        return table.index(index).query(QueryConditional.keyEqualTo(key)).stream()
                .flatMap(page -> page.items().stream())
                .map(document -> document.getNumber("at").intValue())
                .toList();
    }

    private static CreateTableRequest createdByTheEnhancedClient(DynamoTable table) {
        Capture capture = new Capture();
        DynamoDbClient client = DynamoDbLocal.client("enhanced", capture);
        DynamoSchemas.table(DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(), table)
                .createTable();
        return capture.request.get();
    }

    private static List<String> keys(CreateTableRequest request) {
        return List.of(
                elements(request.keySchema()).toString(),
                request.globalSecondaryIndexes().stream()
                        .sorted(Comparator.comparing(GlobalSecondaryIndex::indexName))
                        .map(index -> index.indexName() + elements(index.keySchema()))
                        .toList()
                        .toString(),
                request.localSecondaryIndexes().stream()
                        .sorted(Comparator.comparing(LocalSecondaryIndex::indexName))
                        .map(index -> index.indexName() + elements(index.keySchema()))
                        .toList()
                        .toString());
    }

    private static List<String> elements(List<KeySchemaElement> key) {
        return key.stream().map(element -> element.keyType() + " " + element.attributeName()).toList();
    }
}
