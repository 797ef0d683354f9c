package dev.plinth.dsl;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.DOT_PRODUCT;
import static dev.plinth.dsl.SchemaDsl.EUCLIDEAN;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.Throughput;
import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.model.dynamo.VectorIndex.DistanceFunction;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements of a DynamoDB table and the records they become. */
class DynamoTableBuilderTest {

    @Test
    void everyStatementOfATable() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.describe(t.name() + " of incidents");
            var id = t.string("id").describe("A UUID");
            var at = t.number("at");
            var hash = t.binary("hash");
            var tags = t.stringSet("tags");
            t.partitionKey(id).sortKey(at);
            t.globalIndex("by-hash").partitionKey(hash, id).sortKey(at).projectInclude(tags).throughput(3, 4);
            t.globalIndex("by-at").partitionKey(at).projectKeysOnly().throughput(1, 2).describe("For the clock");
            t.provisioned(5, 6).encryption(AWS_MANAGED).pointInTimeRecovery();
        });

        assertThat(table)
                .isEqualTo(new DynamoTable(
                        "Reports",
                        List.of(
                                new Attribute("id", AttributeType.STRING, "A UUID"),
                                new Attribute("at", AttributeType.NUMBER, null),
                                new Attribute("hash", AttributeType.BINARY, null),
                                new Attribute("tags", AttributeType.STRING_SET, null)),
                        new KeySchema(List.of("id"), List.of("at")),
                        List.of(),
                        List.of(
                                new GlobalIndex(
                                        "by-hash",
                                        new KeySchema(List.of("hash", "id"), List.of("at")),
                                        new Projection.Include(List.of("tags")),
                                        Capacity.provisioned(new Throughput(3, 4)),
                                        null,
                                        null),
                                new GlobalIndex(
                                        "by-at",
                                        new KeySchema(List.of("at"), List.of()),
                                        new Projection.KeysOnly(),
                                        Capacity.provisioned(new Throughput(1, 2)),
                                        null,
                                        "For the clock")),
                        List.of(),
                        Billing.provisioned(new Throughput(5, 6)),
                        new TableSettings(Encryption.AWS_MANAGED, null, null, false, null, null,
                                new PointInTimeRecovery(null), List.of(), null, null, List.of(), Replication.NONE),
                        "Reports of incidents"));
    }

    @Test
    void everyTypeOfAttribute() {
        DynamoTable table = dynamoTable("Types", t -> {
            t.partitionKey(t.string("s"));
            t.number("n");
            t.binary("b");
            t.bool("bool");
            t.list("l");
            t.map("m");
            t.stringSet("ss");
            t.numberSet("ns");
            t.binarySet("bs");
        });

        assertThat(table.attributes().stream().map(it -> it.name() + " " + it.type().code()))
                .containsExactly("s S", "n N", "b B", "bool BOOL", "l L", "m M", "ss SS", "ns NS", "bs BS");
    }

    @Test
    void everyKindOfIndex() {
        DynamoTable table = dynamoTable("Reports", t -> {
            var at = t.number("at");
            var user = t.string("user");
            t.partitionKey(t.string("id")).sortKey(at);
            t.localIndex("by-size").sortKey(t.number("size")).projectInclude(user, at).describe("For the list");
            t.localIndex("by-title").sortKey(t.string("title"));
            t.vectorIndex("alike")
                    .vectorAttribute(t.list("embedding"), 1536)
                    .distanceFunction(COSINE)
                    .partitionKey(user)
                    .inlineFilter(t.string("colour"), at)
                    .projectKeysOnly()
                    .describe("What looks alike");
            t.vectorIndex("near").vectorAttribute(t.list("place"), 3).distanceFunction(EUCLIDEAN);
            t.vectorIndex("dot").vectorAttribute(t.list("place2"), 2).distanceFunction(DOT_PRODUCT);
        });

        assertThat(table.localIndexes())
                .containsExactly(
                        new LocalIndex(
                                "by-size", "size", new Projection.Include(List.of("user", "at")), "For the list"),
                        new LocalIndex("by-title", "title", new Projection.All(), null));
        assertThat(table.vectorIndexes())
                .containsExactly(
                        new VectorIndex(
                                "alike",
                                "embedding",
                                1536,
                                DistanceFunction.COSINE,
                                "user",
                                List.of("colour", "at"),
                                new Projection.KeysOnly(),
                                "What looks alike"),
                        vector("near", "place", 3, DistanceFunction.EUCLIDEAN),
                        vector("dot", "place2", 2, DistanceFunction.DOT_PRODUCT));
    }

    private static VectorIndex vector(String name, String attribute, long dimensions, DistanceFunction function) {
        return new VectorIndex(name, attribute, dimensions, function, null, List.of(), new Projection.All(), null);
    }

    @Test
    void everyStatementOfCapacityWhereRequestsArePaid() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            t.payPerRequest().onDemandThroughput(100, 200).warmThroughput(13_000, 5_000);
            t.globalIndex("by-at")
                    .partitionKey(t.number("at"))
                    .onDemandThroughput(10, 20)
                    .warmThroughput(12_000, 4_000)
                    .contributorInsights(THROTTLED_KEYS);
            t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
        });

        assertThat(table.billing()).isEqualTo(new Billing.PayPerRequest(new OnDemandThroughput(100, 200)));
        assertThat(table.settings().warmThroughput()).isEqualTo(new WarmThroughput(13_000, 5_000));
        assertThat(table.globalIndexes())
                .containsExactly(
                        new GlobalIndex(
                                "by-at",
                                new KeySchema(List.of("at"), List.of()),
                                new Projection.All(),
                                new Capacity(
                                        null,
                                        AutoScaling.NONE,
                                        new OnDemandThroughput(10, 20),
                                        new WarmThroughput(12_000, 4_000)),
                                ContributorInsights.THROTTLED_KEYS,
                                null),
                        new GlobalIndex(
                                "by-user",
                                new KeySchema(List.of("user"), List.of()),
                                new Projection.All(),
                                Capacity.UNSPECIFIED,
                                ContributorInsights.ACCESSED_AND_THROTTLED_KEYS,
                                null));
    }

    @Test
    void autoScalingOfTableAndIndex() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            t.provisioned(5, 6).scaleReads(5, 50, 60).scaleWrites(6, 60, 70);
            t.globalIndex("by-at")
                    .partitionKey(t.number("at"))
                    .throughput(1, 2)
                    .scaleReads(1, 10, 20)
                    .scaleWrites(2, 20, 90);
        });

        assertThat(table.billing())
                .isEqualTo(new Billing.Provisioned(
                        new Throughput(5, 6),
                        new AutoScaling(new ScalingRange(5, 50, 60), new ScalingRange(6, 60, 70))));
        assertThat(table.globalIndexes().get(0).capacity())
                .isEqualTo(new Capacity(
                        new Throughput(1, 2),
                        new AutoScaling(new ScalingRange(1, 10, 20), new ScalingRange(2, 20, 90)),
                        null,
                        null));
    }

    @Test
    void everySetting() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            t.encryption(customerManaged("arn:aws:kms:eu-west-1:123456789012:key/k")).stream(NEW_AND_OLD_IMAGES);
            t.tableClass(STANDARD_INFREQUENT_ACCESS).deletionProtection().timeToLive(t.number("expires"));
            t.pointInTimeRecovery(7).tag("team", "shop").tag("cost", "").resourcePolicy("{}");
            t.contributorInsights(THROTTLED_KEYS);
            t.kinesisDestination("one").kinesisDestination("two", Precision.MICROSECOND);
            t.replica("eu-west-2", "key").witness("eu-west-3").multiRegionConsistency(STRONG);
        });

        assertThat(table.settings())
                .isEqualTo(new TableSettings(
                        new Encryption.CustomerManaged("arn:aws:kms:eu-west-1:123456789012:key/k"),
                        StreamView.NEW_AND_OLD_IMAGES,
                        TableClass.STANDARD_INFREQUENT_ACCESS,
                        true,
                        null,
                        "expires",
                        new PointInTimeRecovery(7),
                        List.of(new Tag("team", "shop"), new Tag("cost", "")),
                        "{}",
                        ContributorInsights.THROTTLED_KEYS,
                        List.of(
                                new KinesisDestination("one", null),
                                new KinesisDestination("two", Precision.MICROSECOND)),
                        new Replication(
                                Replication.Consistency.STRONG, List.of(new Replica("eu-west-2", "key")),
                                "eu-west-3")));
    }

    @Test
    void shortFormsOfSettings() {
        DynamoTable table = dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            t.contributorInsights().replica("eu-west-2").replica("eu-west-3");
        });

        assertThat(table.settings().contributorInsights()).isEqualTo(ContributorInsights.ACCESSED_AND_THROTTLED_KEYS);
        assertThat(table.settings().replication())
                .isEqualTo(new Replication(
                        Replication.Consistency.EVENTUAL,
                        List.of(new Replica("eu-west-2", null), new Replica("eu-west-3", null)),
                        null));
    }

    @Test
    void whereNothingIsSaidNothingIsManaged() {
        DynamoTable table = dynamoTable("Reports", t -> t.partitionKey(t.string("id")));

        assertThat(table)
                .isEqualTo(new DynamoTable(
                        "Reports",
                        List.of(new Attribute("id", AttributeType.STRING, null)),
                        new KeySchema(List.of("id"), List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        Billing.payPerRequest(),
                        TableSettings.NONE,
                        null));
    }
}
