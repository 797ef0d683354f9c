package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.model.dynamo.Encryption.AWS_MANAGED;
import static dev.plinth.model.dynamo.Encryption.AWS_OWNED;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import java.util.List;

/** Tables that together have every part that a table can have. */
final class RichTables {

    static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/5f0e";
    static final String STREAM = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders";

    /** Paid for per request, in one region. */
    static final DynamoTable ORDERS = dynamoTable("orders.v1", t -> {
        t.describe("Orders");
        var customer = t.string("customer").describe("Who ordered");
        var placed = t.number("placed_at");
        var state = t.string("state");
        t.partitionKey(customer).sortKey(t.binary("digest"));
        t.localIndex("by-time").sortKey(placed).projectKeysOnly();
        t.globalIndex("by-state").partitionKey(state, customer).sortKey(placed, t.string("id"))
                .projectInclude(t.string("note"), t.list("lines"))
                .onDemandThroughput(50, 20).warmThroughput(13000, 4500).contributorInsights(THROTTLED_KEYS);
        t.onDemandThroughput(4000, 1000).warmThroughput(15000, 5000);
        t.encryption(customerManaged(KEY)).stream(NEW_AND_OLD_IMAGES).tableClass(STANDARD_INFREQUENT_ACCESS);
        t.deletionProtection().timeToLive(t.number("expires_at")).pointInTimeRecovery(14);
        t.tag("team", "orders").tag("stage", "${not-a-reference}");
        t.resourcePolicy("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "dynamodb:GetItem",
                "Resource": "*", "Condition": {"NumericLessThan": {"x": 1.50}}}]}""");
        t.contributorInsights().kinesisDestination(STREAM, Precision.MICROSECOND);
    });

    /** With a vector index. */
    static final DynamoTable PHOTOS = dynamoTable("photos", t -> {
        t.partitionKey(t.string("id"));
        t.vectorIndex("by-picture").vectorAttribute(t.list("picture"), 1024).distanceFunction(COSINE)
                .partitionKey(t.string("album")).inlineFilter(t.number("year")).projectKeysOnly();
    });

    /** Provisioned and scaling, in one region. */
    static final DynamoTable COUNTERS = dynamoTable("counters", t -> {
        var bucket = t.number("bucket");
        t.partitionKey(bucket);
        t.provisioned(5, 2).scaleReads(5, 100, 70).scaleWrites(2, 50, 60);
        t.globalIndex("by-total").partitionKey(t.number("total")).throughput(3, 1).scaleReads(3, 30, 50);
        t.encryption(AWS_OWNED);
    });

    /** Replicated, paid for per request. */
    static final DynamoTable PROFILES = dynamoTable("profiles", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("by-mail").partitionKey(t.string("mail")).onDemandThroughput(50, 20).contributorInsights();
        t.globalIndex("by-name").partitionKey(t.string("name"));
        t.onDemandThroughput(400, 100).tableClass(STANDARD_INFREQUENT_ACCESS).deletionProtection();
        t.encryption(customerManaged(KEY)).timeToLive(t.number("expires_at")).pointInTimeRecovery();
        t.tag("team", "people").resourcePolicy("{\"Statement\":[]}").contributorInsights().kinesisDestination(STREAM);
        t.replica("eu-west-1", "arn:aws:kms:eu-west-1:123456789012:key/77aa");
    });

    /** Replicated with strong consistency. */
    static final DynamoTable LEDGER = dynamoTable("ledger", t -> {
        t.partitionKey(t.string("id"));
        t.multiRegionConsistency(STRONG).replica("us-east-1").witness("us-west-2");
    });

    /** Replicated, provisioned and scaling. */
    static final DynamoTable LIMITS = dynamoTable("limits", t -> {
        t.partitionKey(t.string("id"));
        t.provisioned(5, 2).scaleReads(5, 100, 70).scaleWrites(2, 50, 60);
        t.globalIndex("by-user").partitionKey(t.string("user")).throughput(3, 1).scaleWrites(1, 30, 50);
        t.encryption(AWS_MANAGED);
        t.replica("eu-west-1").replica("eu-north-1");
    });

    static final List<DynamoTable> ALL = List.of(ORDERS, PHOTOS, COUNTERS, PROFILES, LEDGER, LIMITS);

    private RichTables() {}
}
