package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every word for a table: its requests, what DynamoDB Local makes of them, and that a second apply changes nothing. */
class FeatureTest {

    private static final String KEY = """
            {"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"TableName":"Orders",\
            "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],""";
    private static final String STREAM_ARN = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders";
    private static final String KMS_ARN = "arn:aws:kms:eu-central-1:123456789012:key/5f0e";

    /**
     * @param requests without the members that every table has, those that follow CreateTable in lines of their own
     * @param skipped what DynamoDB Local does not know
     */
    record Feature(String name, Consumer<DynamoTableBuilder> words, List<String> requests, List<String> skipped) {
        @Override
        public String toString() {
            return name;
        }

        DynamoTable table() {
            return dynamoTable("Orders", t -> {
                t.partitionKey(t.string("id"));
                words.accept(t);
            });
        }
    }

    private static Feature feature(
            String name, Consumer<DynamoTableBuilder> words, List<String> requests, String... skipped) {
        return new Feature(name, words, requests, List.of(skipped));
    }

    static Stream<Feature> features() {
        return Stream.of(
                feature("local index", t -> t.sortKey(t.number("at")).localIndex("by-digest")
                        .sortKey(t.binary("digest")).projectInclude(t.string("b"), t.string("a")), List.of("""
                                create-table {"AttributeDefinitions":[{"AttributeName":"at","AttributeType":"N"},\
                                {"AttributeName":"digest","AttributeType":"B"},\
                                {"AttributeName":"id","AttributeType":"S"}],"TableName":"Orders",\
                                "KeySchema":[{"AttributeName":"id","KeyType":"HASH"},\
                                {"AttributeName":"at","KeyType":"RANGE"}],"LocalSecondaryIndexes":[\
                                {"IndexName":"by-digest","KeySchema":[{"AttributeName":"id","KeyType":"HASH"},\
                                {"AttributeName":"digest","KeyType":"RANGE"}],"Projection":\
                                {"ProjectionType":"INCLUDE","NonKeyAttributes":["b","a"]}}],\
                                "BillingMode":"PAY_PER_REQUEST"}""")),
                feature("key of four and four attributes", t -> t.globalIndex("wide")
                        .partitionKey(t.string("p1"), t.number("p2"), t.binary("p3"), t.string("p4"))
                        .sortKey(t.number("s1"), t.string("s2"), t.string("s3"), t.binary("s4"))
                        .projectKeysOnly(), List.of("""
                                create-table {"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},\
                                {"AttributeName":"p1","AttributeType":"S"},{"AttributeName":"p2","AttributeType":"N"},\
                                {"AttributeName":"p3","AttributeType":"B"},{"AttributeName":"p4","AttributeType":"S"},\
                                {"AttributeName":"s1","AttributeType":"N"},{"AttributeName":"s2","AttributeType":"S"},\
                                {"AttributeName":"s3","AttributeType":"S"},{"AttributeName":"s4","AttributeType":"B"}],\
                                "TableName":"Orders","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],\
                                "GlobalSecondaryIndexes":[{"IndexName":"wide","KeySchema":[\
                                {"AttributeName":"p1","KeyType":"HASH"},{"AttributeName":"p2","KeyType":"HASH"},\
                                {"AttributeName":"p3","KeyType":"HASH"},{"AttributeName":"p4","KeyType":"HASH"},\
                                {"AttributeName":"s1","KeyType":"RANGE"},{"AttributeName":"s2","KeyType":"RANGE"},\
                                {"AttributeName":"s3","KeyType":"RANGE"},{"AttributeName":"s4","KeyType":"RANGE"}],\
                                "Projection":{"ProjectionType":"KEYS_ONLY"}}],"BillingMode":"PAY_PER_REQUEST"}""")),
                feature("pay per request", t -> t.payPerRequest(), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST"}""")),
                feature("provisioned throughput", t -> t.provisioned(5, 2), List.of("""
                        create-table {"BillingMode":"PROVISIONED",\
                        "ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":2}}""")),
                feature("maximum of requests", t -> t.onDemandThroughput(100, 50), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST",\
                        "OnDemandThroughput":{"MaxReadRequestUnits":100,"MaxWriteRequestUnits":50}}""")),
                feature("warm throughput", t -> t.warmThroughput(15000, 5000), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST",\
                        "WarmThroughput":{"ReadUnitsPerSecond":15000,"WriteUnitsPerSecond":5000}}""")),
                feature("key of AWS in the account", t -> t.encryption(AWS_MANAGED), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST",\
                        "SSESpecification":{"Enabled":true,"SSEType":"KMS"}}""")),
                feature("key of the customer", t -> t.encryption(customerManaged(KMS_ARN)), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST","SSESpecification":{"Enabled":true,"SSEType":"KMS",\
                        "KMSMasterKeyId":"arn:aws:kms:eu-central-1:123456789012:key/5f0e"}}""")),
                feature("stream", t -> t.stream(NEW_AND_OLD_IMAGES), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST",\
                        "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""")),
                feature("table class", t -> t.tableClass(STANDARD_INFREQUENT_ACCESS), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST","TableClass":"STANDARD_INFREQUENT_ACCESS"}""")),
                feature("deletion protection", t -> t.deletionProtection(), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST","DeletionProtectionEnabled":true}""")),
                feature(
                        "tags",
                        t -> t.tag("team", "orders").tag("stage", "test"),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST",\
                                "Tags":[{"Key":"team","Value":"orders"},{"Key":"stage","Value":"test"}]}"""),
                        "tags Orders"),
                feature(
                        "resource policy",
                        t -> t.resourcePolicy("{\"Version\":\"2012-10-17\",\"Statement\":[]}"),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST",\
                                "ResourcePolicy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}"}"""),
                        "resource policy Orders"),
                feature("time to live", t -> t.timeToLive(t.number("expires_at")), List.of("""
                        create-table {"BillingMode":"PAY_PER_REQUEST"}""", """
                        update-time-to-live {"TableName":"Orders",\
                        "TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expires_at"}}""")),
                feature(
                        "point-in-time recovery",
                        t -> t.pointInTimeRecovery(7),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST"}""", """
                                update-continuous-backups {"TableName":"Orders","PointInTimeRecoverySpecification":\
                                {"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7}}"""),
                        "point in time recovery Orders"),
                feature(
                        "contributor insights",
                        t -> {
                            t.contributorInsights();
                            t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights(THROTTLED_KEYS);
                        },
                        List.of("""
                                create-table {"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},\
                                {"AttributeName":"user","AttributeType":"S"}],"TableName":"Orders",\
                                "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"GlobalSecondaryIndexes":[\
                                {"IndexName":"by-user","KeySchema":[{"AttributeName":"user","KeyType":"HASH"}],\
                                "Projection":{"ProjectionType":"ALL"}}],"BillingMode":"PAY_PER_REQUEST"}""", """
                                update-contributor-insights {"TableName":"Orders","ContributorInsightsAction":"ENABLE",\
                                "ContributorInsightsMode":"ACCESSED_AND_THROTTLED_KEYS"}""", """
                                update-contributor-insights {"TableName":"Orders","IndexName":"by-user",\
                                "ContributorInsightsAction":"ENABLE","ContributorInsightsMode":"THROTTLED_KEYS"}"""),
                        "contributor insights Orders",
                        "contributor insights of index by-user on Orders"),
                feature(
                        "Kinesis",
                        t -> t.kinesisDestination(STREAM_ARN, Precision.MICROSECOND),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST"}""", """
                                enable-kinesis-streaming-destination {"TableName":"Orders",\
                                "StreamArn":"arn:aws:kinesis:eu-central-1:123456789012:stream/orders",\
                                "EnableKinesisStreamingConfiguration":\
                                {"ApproximateCreationDateTimePrecision":"MICROSECOND"}}"""),
                        "Kinesis destination " + STREAM_ARN + " on Orders"),
                feature(
                        "replicas",
                        t -> t.stream(NEW_AND_OLD_IMAGES).replica("eu-west-1").replica("eu-north-1"),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST",\
                                "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""", """
                                update-table {"TableName":"Orders","ReplicaUpdates":[{"Create":\
                                {"RegionName":"eu-west-1"}}]}""", """
                                update-table {"TableName":"Orders","ReplicaUpdates":[{"Create":\
                                {"RegionName":"eu-north-1"}}]}"""),
                        "replicas eu-west-1 on Orders",
                        "replicas eu-north-1 on Orders"),
                feature(
                        "strong consistency",
                        t -> t.multiRegionConsistency(STRONG).replica("us-east-1").witness("us-west-2"),
                        List.of("""
                                create-table {"BillingMode":"PAY_PER_REQUEST"}""", """
                                update-table {"TableName":"Orders","ReplicaUpdates":[{"Create":\
                                {"RegionName":"us-east-1"}}],"MultiRegionConsistency":"STRONG",\
                                "GlobalTableWitnessUpdates":[{"Create":{"RegionName":"us-west-2"}}]}"""),
                        "replicas us-east-1, us-west-2 on Orders"));
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_written_as_requests(Feature feature) {
        List<String> requests = DynamoRequests.of().render(feature.table()).stream()
                .map(request -> request.command() + " " + compact(request.json()))
                .toList();

        assertThat(requests).isEqualTo(feature.requests().stream().map(FeatureTest::whole).toList());
    }

    @ParameterizedTest
    @MethodSource("features")
    void is_accepted_and_then_silent(Feature feature) {
        Calls calls = new Calls();
        DynamoDbClient client = DynamoDbLocal.client("feature" + feature.name().replaceAll("[^a-z]", ""), calls);
        DynamoStore store = DynamoStore.of(client);

        StoreReport first = store.apply(Tables.of(feature.table()), Tables.soon());
        calls.take();
        StoreReport second = store.apply(Tables.of(feature.table()), Tables.soon());

        assertThat(first.failures()).isEmpty();
        assertThat(subjects(first, Step.Status.DONE)).startsWith("DynamoDB table Orders");
        assertThat(subjects(first, Step.Status.SKIPPED)).isEqualTo(feature.skipped());
        assertThat(first.steps()).extracting(Step::status).isSubsetOf(Step.Status.DONE, Step.Status.SKIPPED);
        assertThat(first.drift()).isEmpty();
        assertThat(second.drift()).isEmpty();
        assertThat(subjects(second, Step.Status.SKIPPED)).isEqualTo(feature.skipped());
        assertThat(second.steps()).hasSize(feature.skipped().size());
        assertThat(calls.take()).allMatch(call -> call.startsWith("Describe"));
    }

    private static List<String> subjects(StoreReport report, Step.Status status) {
        return report.steps(status).stream().map(step -> step.change().subject().display()).toList();
    }

    /** A request with the members of the key, where it leaves them out. */
    private static String whole(String request) {
        return request.startsWith("create-table {\"BillingMode\"")
                ? request.replace("create-table {", "create-table " + KEY)
                : request;
    }

    private static String compact(String json) {
        return json.lines().map(String::strip).collect(Collectors.joining()).replace("\": ", "\":");
    }
}
