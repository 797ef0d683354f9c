package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.model.dynamo.Encryption.AWS_MANAGED;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.ApplicationAutoScaling;
import dev.plinth.dynamo.DynamoPolicies;
import dev.plinth.dynamo.DynamoRequest;
import dev.plinth.dynamo.DynamoRequests;
import dev.plinth.dynamo.DynamoSchemas;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.TableNames;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The Java of docs/dynamodb.md, docs/dynamodb-later.md and docs/dynamodb-operations.md. */
final class DynamoSnippets {

    static final DynamoTable SESSIONS = dynamoTable("Sessions", t -> {
        t.describe("Chat session metadata");
        t.partitionKey(t.string("session_id"));
        var user = t.string("user_id");
        var lastActivity = t.string("last_activity");
        t.globalIndex("user-activity-index").partitionKey(user).sortKey(lastActivity);
        t.number("message_count").describe("How many messages the session has");
        t.encryption(AWS_MANAGED).pointInTimeRecovery();
    });

    static final DynamoTable COUNTERS = dynamoTable("Counters", t -> {
        var region = t.string("region");
        var day = t.number("day");
        t.partitionKey(region).sortKey(day);
        t.provisioned(5, 2);
        t.globalIndex("by-day")
                .partitionKey(day, region)
                .sortKey(t.number("total"))
                .throughput(1, 1)
                .projectInclude(t.string("note"));
    });

    static final DynamoTable ORDERS = dynamoTable("Orders", t -> {
        var customer = t.string("customer");
        var placedAt = t.string("placed_at");
        t.partitionKey(customer).sortKey(t.string("order_id"));
        t.localIndex("by-time").sortKey(placedAt).projectKeysOnly();
        t.globalIndex("by-state").partitionKey(t.string("state")).sortKey(placedAt).contributorInsights();
        t.onDemandThroughput(4000, 1000).warmThroughput(15000, 5000);
        t.stream(NEW_AND_OLD_IMAGES).tableClass(STANDARD).deletionProtection();
        t.timeToLive(t.number("expires_at")).pointInTimeRecovery(14);
        t.tag("team", "orders").contributorInsights(THROTTLED_KEYS);
        t.kinesisDestination("arn:aws:kinesis:eu-central-1:123456789012:stream/orders");
        t.replica("eu-west-1");
    });

    static final DynamoTable LEDGER = dynamoTable("Ledger", t -> {
        t.partitionKey(t.string("account")).sortKey(t.number("entry"));
        t.provisioned(5, 5).scaleReads(5, 500, 70).scaleWrites(5, 200, 70);
        t.globalIndex("by-day").partitionKey(t.string("day")).throughput(2, 2).scaleReads(2, 100, 70);
    });

    static final Schema SCHEMA = schema("chat", SESSIONS, COUNTERS);

    private DynamoSnippets() {}

    static Report apply(DynamoDbClient dynamoDbClient) {
        Report report = SchemaInitializer.of(SCHEMA)
                .with(DynamoStore.of(dynamoDbClient).tablePrefix("staging-").indexWait(IndexWait.ACTIVE))
                .deadline(Duration.ofMinutes(30))
                .apply();
        return report;
    }

    static DynamoStore named(DynamoDbClient dynamoDbClient) {
        TableNames names =
                TableNames.asDeclared().prefix("staging-").suffix("-v2").map("Reports", "legacy-incident-reports");
        DynamoStore store = DynamoStore.of(dynamoDbClient).names(names);
        return store;
    }

    static DynamoStore additive(DynamoDbClient dynamoDbClient) {
        DynamoStore additive =
                DynamoStore.of(dynamoDbClient).allow(GuardedAddition.GLOBAL_INDEX, GuardedAddition.TIME_TO_LIVE);
        return additive;
    }

    static DynamoStore scaling(DynamoDbClient dynamoDbClient) {
        DynamoStore scaling = DynamoStore.of(dynamoDbClient)
                .autoScaling(ApplicationAutoScaling.of(ApplicationAutoScalingClient.create()));
        return scaling;
    }

    /** Returns after how many seconds to call again; 0 when nothing is on its way. */
    static long handle(DynamoDbClient dynamoDbClient, Duration remaining) {
        Report report = SchemaInitializer.of(SCHEMA)
                .with(DynamoStore.of(dynamoDbClient).indexWait(IndexWait.STARTED))
                .deadline(remaining.minusSeconds(10))
                .apply();
        return report.retryAfter().map(Duration::toSeconds).orElse(0L);
    }

    static String policies() {
        DynamoPolicies policies = DynamoPolicies.of().account("123456789012").region("eu-central-1");
        String toLook = policies.verify(SCHEMA);
        String toCreate = policies.create(SCHEMA);
        String toAdd = policies.add(SCHEMA);
        return toLook + toCreate + toAdd;
    }

    static void requests(Path directory) throws IOException {
        for (DynamoRequest request : DynamoRequests.of().tablePrefix("staging-").render(SCHEMA)) {
            Files.writeString(directory.resolve(request.fileName()), request.json());
        }
    }

    static void document(DynamoDbClient dynamoDbClient) {
        var client = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDbClient).build();
        var sessions = DynamoSchemas.table(client, SESSIONS, "staging-");
        sessions.putItem(EnhancedDocument.builder()
                .putString("session_id", "s-1")
                .putString("user_id", "u-1")
                .putString("last_activity", "2026-11-01T12:00:00Z")
                .putNumber("message_count", 3)
                .build());
    }
}
