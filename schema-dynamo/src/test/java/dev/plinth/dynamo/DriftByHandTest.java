package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dynamo.DriftByHandTest.Case.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Each setting, changed by hand at the service: the inspection finds it, and the whole line says it. */
class DriftByHandTest {

    private static final String ARN = "arn:aws:dynamodb:eu-central-1:123456789012:table/Orders";
    private static final String STREAM = "arn:aws:kinesis:eu-central-1:123456789012:stream/s";
    private static final String KEY = "11111111-2222-3333-4444-555555555555";

    /** What is declared, what somebody does to the table, an hour apart, and what is then said. */
    record Case(String line, Consumer<DynamoTableBuilder> words, List<Consumer<DynamoDbClient>> hands) {

        @SafeVarargs
        static Case of(String line, Consumer<DynamoTableBuilder> words, Consumer<DynamoDbClient>... hands) {
            return new Case(line, words, List.of(hands));
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Consumer<DynamoDbClient> update(Consumer<UpdateTableRequest.Builder> with) {
        return client -> client.updateTable(request -> with.accept(request.tableName("Orders")));
    }

    private static Consumer<DynamoDbClient> timeToLive(String attribute, boolean enabled) {
        return client -> client.updateTimeToLive(to -> to.tableName("Orders")
                .timeToLiveSpecification(with -> with.attributeName(attribute).enabled(enabled)));
    }

    private static void indexUnits(UpdateTableRequest.Builder to, long reads, long writes) {
        to.globalSecondaryIndexUpdates(index -> index.update(change -> change.indexName("by-a")
                .provisionedThroughput(units -> units.readCapacityUnits(reads).writeCapacityUnits(writes))));
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("DynamoDB table Orders: billing: schema says PAY_PER_REQUEST, store has PROVISIONED,"
                        + " 1 read and 2 write capacity units; switch the billing mode with UpdateTable, or"
                        + " make the schema say what is live", t -> t.payPerRequest(),
                        update(to -> to
                                .billingMode(BillingMode.PROVISIONED)
                                .provisionedThroughput(units -> units.readCapacityUnits(1L).writeCapacityUnits(2L)))),
                of("DynamoDB table Orders: capacity: schema says 5 read and 5 write capacity units,"
                        + " store has 7 read and 5 write capacity units; set the capacity with UpdateTable, or"
                        + " make the schema say what is live; where auto scaling moves it, declare that with"
                        + " scaleReads and scaleWrites", t -> t.provisioned(5, 5),
                        update(to -> to
                                .provisionedThroughput(units -> units.readCapacityUnits(7L).writeCapacityUnits(5L)))),
                of("global index by-a on Orders: capacity: schema says 1 read and 1 write capacity"
                        + " units, store has 1 read and 3 write capacity units; set the capacity with"
                        + " UpdateTable, or make the schema say what is live; where auto scaling moves it,"
                        + " declare that with scaleReads and scaleWrites", t -> {
                            t.provisioned(5, 5);
                            t.globalIndex("by-a").partitionKey(t.string("a")).throughput(1, 1);
                        }, update(to -> indexUnits(to, 1, 3))),
                of("on demand throughput Orders: maximum: schema says 100 read and 50 write request"
                        + " units a second, store has 90 read and 50 write request units a second; set it with"
                        + " UpdateTable, or make the schema say what is live", t -> t.onDemandThroughput(100, 50),
                        update(to -> to
                                .onDemandThroughput(
                                        units -> units.maxReadRequestUnits(90L).maxWriteRequestUnits(50L)))),
                of("on demand throughput of index by-a on Orders: maximum: schema says 20 read and 10"
                        + " write request units a second, store has 20 read and 5 write request units a"
                        + " second; set it with UpdateTable, or make the schema say what is live",
                        t -> t.globalIndex("by-a").partitionKey(t.string("a")).onDemandThroughput(20, 10),
                        update(to -> to.globalSecondaryIndexUpdates(index -> index.update(change -> change
                                .indexName("by-a")
                                .onDemandThroughput(
                                        units -> units.maxReadRequestUnits(20L).maxWriteRequestUnits(5L)))))),
                of("DynamoDB table Orders: encryption: schema says the key"
                        + " 11111111-2222-3333-4444-555555555555, store has a key that AWS owns; change the"
                        + " key with UpdateTable (four times a day at most), or make the schema say what is"
                        + " live", t -> t.encryption(new Encryption.CustomerManaged(KEY)),
                        update(to -> to
                                .sseSpecification(sse -> sse.enabled(false)))),
                of("DynamoDB table Orders: table class: schema says STANDARD, store has"
                        + " STANDARD_INFREQUENT_ACCESS; change the class with UpdateTable (twice in 30 days at"
                        + " most), or make the schema say what is live", t -> t.tableClass(STANDARD),
                        update(to -> to.tableClass("STANDARD_INFREQUENT_ACCESS"))),
                of("stream Orders: view type: schema says NEW_AND_OLD_IMAGES, store has KEYS_ONLY; the"
                        + " view type of a stream cannot be changed: disable the stream and enable it anew"
                        + " once nothing reads it, or make the schema say what is live",
                        t -> t.stream(NEW_AND_OLD_IMAGES),
                        update(to -> to.streamSpecification(with -> with.streamEnabled(false))),
                        update(to -> to.streamSpecification(
                                with -> with.streamEnabled(true).streamViewType("KEYS_ONLY")))),
                of("time to live Orders: attribute: schema says expires_at, store has other; time to"
                        + " live is on for another attribute: disable it there first, or make the schema say"
                        + " what is live", t -> t.timeToLive(t.number("expires_at")), timeToLive("expires_at", false),
                        timeToLive("other", true)),
                of("global index by-a on Orders: projection: schema says ALL, store has KEYS_ONLY; an index cannot be"
                        + " changed: declare it under a new name, and delete this one once nothing reads it",
                        t -> t.globalIndex("by-a").partitionKey(t.string("a")),
                        update(to -> to.globalSecondaryIndexUpdates(
                                index -> index.delete(gone -> gone.indexName("by-a")))),
                        update(to -> to.globalSecondaryIndexUpdates(index -> index.create(other -> other
                                .indexName("by-a")
                                .keySchema(key -> key.attributeName("a").keyType("HASH"))
                                .projection(with -> with.projectionType("KEYS_ONLY")))))),
                of("tags Orders: tag team: schema says \"a\", store has \"b\"; set the tag with"
                        + " TagResource, or make the schema say what is live", t -> t.tag("team", "a"),
                        client -> client.tagResource(to -> to.resourceArn(ARN)
                                .tags(Tag.builder().key("team").value("b").build()))),
                of("point in time recovery Orders: recovery period: schema says 7 days, store has 3"
                        + " days; set the period with UpdateContinuousBackups, or make the schema say what is"
                        + " live", t -> t.pointInTimeRecovery(7),
                        client -> client.updateContinuousBackups(
                                to -> to.tableName("Orders").pointInTimeRecoverySpecification(
                                        recovery -> recovery.pointInTimeRecoveryEnabled(true)
                                                .recoveryPeriodInDays(3)))),
                of("resource policy Orders: document: schema says {\"Statement\":[]}, store has"
                        + " {\"Statement\":[{}]}; the table has another policy: merge the two by hand with"
                        + " PutResourcePolicy", t -> t.resourcePolicy("{\"Statement\":[]}"),
                        client -> client.putResourcePolicy(to -> to.resourceArn(ARN).policy("{\"Statement\":[{}]}"))),
                of("contributor insights Orders: mode: schema says THROTTLED_KEYS, store has"
                        + " ACCESSED_AND_THROTTLED_KEYS; set the mode with UpdateContributorInsights, or make"
                        + " the schema say what is live",
                        t -> t.contributorInsights(ContributorInsights.THROTTLED_KEYS),
                        client -> client.updateContributorInsights(to -> to.tableName("Orders")
                                .contributorInsightsAction("ENABLE")
                                .contributorInsightsMode("ACCESSED_AND_THROTTLED_KEYS"))),
                of("Kinesis destination arn:aws:kinesis:eu-central-1:123456789012:stream/s on Orders:"
                        + " precision: schema says MILLISECOND, store has MICROSECOND; set the precision with"
                        + " UpdateKinesisStreamingDestination, or make the schema say what is live",
                        t -> t.kinesisDestination(STREAM, Precision.MILLISECOND),
                        client -> client.updateKinesisStreamingDestination(to -> to.tableName("Orders")
                                .streamArn(STREAM)
                                .updateKinesisStreamingConfiguration(
                                        with -> with.approximateCreationDateTimePrecision("MICROSECOND")))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_found_by_the_next_look(Case one) {
        check(one);
    }

    static void check(Case one) {
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        DynamoStore store = DynamoStore.of(service).sleeper(clock).indexWait(IndexWait.ACTIVE);
        Schema schema = Tables.of(dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            one.words().accept(t);
        }));
        assertThat(store.apply(schema, Run.within(Duration.ofHours(1))).drift()).isEmpty();
        clock.advance(Duration.ofHours(1));
        for (Consumer<DynamoDbClient> hand : one.hands()) {
            service.somebodyElse(hand);
            clock.advance(Duration.ofHours(1));
        }

        StoreReport report = store.plan(schema, Run.within(Duration.ofMinutes(1)));

        assertThat(report.drift()).extracting(Drift::message).containsExactly(one.line());
    }
}
