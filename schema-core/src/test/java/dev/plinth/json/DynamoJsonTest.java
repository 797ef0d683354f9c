package dev.plinth.json;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.THROTTLED_KEYS;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.SchemaDsl;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KinesisDestination.Precision;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** DynamoDB tables in JSON and back. */
class DynamoJsonTest {

    private static final DynamoTable PER_REQUEST = dynamoTable("Orders", t -> {
        var id = t.string("id");
        var at = t.number("at");
        var user = t.string("user");
        t.partitionKey(id).sortKey(at);
        t.localIndex("by-total").sortKey(t.number("total")).projectKeysOnly().describe("For the list");
        t.globalIndex("by-user")
                .partitionKey(user)
                .onDemandThroughput(10, 20)
                .warmThroughput(13_000, 5_000)
                .contributorInsights(THROTTLED_KEYS);
        t.vectorIndex("like-this")
                .vectorAttribute(t.list("embedding"), 1024)
                .distanceFunction(COSINE)
                .partitionKey(user)
                .inlineFilter(t.string("colour"), t.number("size"))
                .projectInclude(t.string("title"))
                .describe("What looks alike");
        t.onDemandThroughput(100, 200).warmThroughput(14_000, 6_000);
        t.encryption(customerManaged("arn:aws:kms:eu-west-1:1:key/k")).stream(NEW_AND_OLD_IMAGES);
        t.tableClass(STANDARD_INFREQUENT_ACCESS).deletionProtection().timeToLive(t.number("expires"));
        t.pointInTimeRecovery(7).tag("team", "shop").tag("cost", "").resourcePolicy("{ }").contributorInsights();
        t.kinesisDestination("arn:aws:kinesis:eu-west-1:1:stream/a");
        t.kinesisDestination("arn:aws:kinesis:eu-west-1:1:stream/b", Precision.MICROSECOND);
        t.replica("eu-central-1", "arn:aws:kms:eu-central-1:1:key/k").witness("eu-west-2");
        t.multiRegionConsistency(STRONG);
    });
    private static final DynamoTable PROVISIONED = dynamoTable("Counters", t -> {
        t.partitionKey(t.string("name"));
        t.globalIndex("by-day").partitionKey(t.number("day")).throughput(2, 1).scaleWrites(1, 10, 70);
        t.provisioned(5, 6).scaleReads(5, 50, 60).scaleWrites(6, 60, 70);
        t.encryption(SchemaDsl.AWS_OWNED).pointInTimeRecovery().replica("eu-west-2").replica("eu-west-3");
    });

    @Test
    void writesEveryPartOfATablePaidPerRequest() {
        assertThat(SchemaJson.toJson(schema(PER_REQUEST))).isEqualTo("""
                {
                  "name": "s",
                  "dynamoTables": [
                    {
                      "name": "Orders",
                      "attributes": [
                        { "name": "id", "type": "STRING" },
                        { "name": "at", "type": "NUMBER" },
                        { "name": "user", "type": "STRING" },
                        { "name": "total", "type": "NUMBER" },
                        { "name": "embedding", "type": "LIST" },
                        { "name": "colour", "type": "STRING" },
                        { "name": "size", "type": "NUMBER" },
                        { "name": "title", "type": "STRING" },
                        { "name": "expires", "type": "NUMBER" }
                      ],
                      "key": { "partitionKey": [ "id" ], "sortKey": [ "at" ] },
                      "localIndexes": [
                        {
                          "name": "by-total",
                          "sortKey": "total",
                          "projection": { "kind": "keysOnly" },
                          "description": "For the list"
                        }
                      ],
                      "globalIndexes": [
                        {
                          "name": "by-user",
                          "key": { "partitionKey": [ "user" ] },
                          "projection": { "kind": "all" },
                          "onDemandThroughput": { "maxReadRequestUnits": 10, "maxWriteRequestUnits": 20 },
                          "warmThroughput": { "readUnitsPerSecond": 13000, "writeUnitsPerSecond": 5000 },
                          "contributorInsights": "THROTTLED_KEYS"
                        }
                      ],
                      "vectorIndexes": [
                        {
                          "name": "like-this",
                          "vectorAttribute": "embedding",
                          "dimensions": 1024,
                          "distanceFunction": "COSINE",
                          "partitionKey": "user",
                          "filterAttributes": [ "colour", "size" ],
                          "projection": { "kind": "include", "nonKeyAttributes": [ "title" ] },
                          "description": "What looks alike"
                        }
                      ],
                      "billing": {
                        "kind": "payPerRequest",
                        "onDemandThroughput": { "maxReadRequestUnits": 100, "maxWriteRequestUnits": 200 }
                      },
                      "encryption": "CUSTOMER_MANAGED",
                      "encryptionKey": "arn:aws:kms:eu-west-1:1:key/k",
                      "stream": "NEW_AND_OLD_IMAGES",
                      "tableClass": "STANDARD_INFREQUENT_ACCESS",
                      "deletionProtection": true,
                      "warmThroughput": { "readUnitsPerSecond": 14000, "writeUnitsPerSecond": 6000 },
                      "timeToLive": "expires",
                      "pointInTimeRecovery": true,
                      "recoveryPeriodInDays": 7,
                      "tags": [
                        { "key": "team", "value": "shop" },
                        { "key": "cost", "value": "" }
                      ],
                      "resourcePolicy": "{ }",
                      "contributorInsights": "ACCESSED_AND_THROTTLED_KEYS",
                      "kinesisDestinations": [
                        { "streamArn": "arn:aws:kinesis:eu-west-1:1:stream/a" },
                        { "streamArn": "arn:aws:kinesis:eu-west-1:1:stream/b", "precision": "MICROSECOND" }
                      ],
                      "replication": {
                        "consistency": "STRONG",
                        "replicas": [
                          { "region": "eu-central-1", "keyId": "arn:aws:kms:eu-central-1:1:key/k" }
                        ],
                        "witness": "eu-west-2"
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void writesEveryPartOfAProvisionedTable() {
        assertThat(SchemaJson.toJson(schema(PROVISIONED))).isEqualTo("""
                {
                  "name": "s",
                  "dynamoTables": [
                    {
                      "name": "Counters",
                      "attributes": [
                        { "name": "name", "type": "STRING" },
                        { "name": "day", "type": "NUMBER" }
                      ],
                      "key": { "partitionKey": [ "name" ] },
                      "globalIndexes": [
                        {
                          "name": "by-day",
                          "key": { "partitionKey": [ "day" ] },
                          "projection": { "kind": "all" },
                          "throughput": { "readCapacityUnits": 2, "writeCapacityUnits": 1 },
                          "autoScaling": { "writes": { "minCapacity": 1, "maxCapacity": 10, "targetUtilization": 70 } }
                        }
                      ],
                      "billing": {
                        "kind": "provisioned",
                        "throughput": { "readCapacityUnits": 5, "writeCapacityUnits": 6 },
                        "autoScaling": {
                          "reads": { "minCapacity": 5, "maxCapacity": 50, "targetUtilization": 60 },
                          "writes": { "minCapacity": 6, "maxCapacity": 60, "targetUtilization": 70 }
                        }
                      },
                      "encryption": "AWS_OWNED",
                      "pointInTimeRecovery": true,
                      "replication": {
                        "replicas": [
                          { "region": "eu-west-2" },
                          { "region": "eu-west-3" }
                        ]
                      }
                    }
                  ]
                }
                """);
    }

    static List<Consumer<DynamoTableBuilder>> single() {
        return List.of(
                t -> t.encryption(SchemaDsl.AWS_MANAGED),
                t -> t.encryption(customerManaged("alias/app")),
                t -> t.multiRegionConsistency(STRONG),
                t -> t.provisioned(1, 2).scaleReads(1, 2, 20),
                t -> t.onDemandThroughput(1, Long.MAX_VALUE),
                t -> t.pointInTimeRecovery(35),
                t -> t.tableClass(SchemaDsl.STANDARD),
                t -> t.tag("", ""));
    }

    @ParameterizedTest
    @MethodSource("single")
    void readsBackEachSetting(Consumer<DynamoTableBuilder> statement) {
        assertReadsBack(dynamoTable("T", t -> {
            t.partitionKey(t.string("id"));
            statement.accept(t);
        }));
    }

    @Test
    void readsBackWholeTables() {
        assertReadsBack(PER_REQUEST);
        assertReadsBack(PROVISIONED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "encryption": "KMS"           | : "encryption" is "KMS" but must be one of [AWS_OWNED, AWS_MANAGED, CUSTOMER_MANAGED]
            "encryption": "CUSTOMER_MANAGED" | : "encryptionKey" is missing
            "encryption": "AWS_OWNED", "encryptionKey": "k" | : "encryptionKey" is only for "encryption": "CUSTOMER_MANAGED"
            "encryptionKey": "k"          | : "encryptionKey" is only for "encryption": "CUSTOMER_MANAGED"
            "pointInTimeRecovery": "on"   | : "pointInTimeRecovery" must be true or false, is on
            "recoveryPeriodInDays": 7     | : "recoveryPeriodInDays" is only for "pointInTimeRecovery": true
            "pointInTimeRecovery": true, "recoveryPeriodInDays": 1.5 | : "recoveryPeriodInDays" must be a whole number in range, is 1.5
            "stream": "ALL"               | : "stream" is "ALL" but must be one of [KEYS_ONLY, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES]
            "warmThroughput": {}          | .warmThroughput: "readUnitsPerSecond" is missing
            "tags": [{"key": "a"}]        | .tags[0]: "value" is missing
            "kinesisDestinations": [{"streamArn": "a", "precision": "NANO"}] | .kinesisDestinations[0]: "precision" is "NANO" but must be one of [MILLISECOND, MICROSECOND]
            "replication": {"replicas": [{"name": "eu"}]} | .replication.replicas[0]: "region" is missing
            "replication": {"regions": []} | .replication: has no field "regions"; it has consistency, replicas, witness
            "localIndexes": [{"name": "l"}] | .localIndexes[0]: "sortKey" is missing
            "vectorIndexes": [{"name": "v", "vectorAttribute": "e", "dimensions": 3, "distanceFunction": "NEAR"}] | .vectorIndexes[0]: "distanceFunction" is "NEAR" but must be one of [COSINE, EUCLIDEAN, DOT_PRODUCT]
            "globalIndexes": [{"name": "g", "key": {}, "projection": {"kind": "some"}}] | .globalIndexes[0].projection: "kind" must be one of all, keysOnly, include
            """)
    void refusesWhatIsNotASettingWithItsPlace(String field, String message) {
        String json = "{\"name\": \"s\", \"dynamoTables\": [{\"name\": \"t\", \"key\": {}, \"billing\": "
                + "{\"kind\": \"payPerRequest\"}, " + field + "}]}";
        assertThatThrownBy(() -> SchemaJson.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$.dynamoTables[0]" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": "free"} | : "kind" must be one of payPerRequest, provisioned
            {"kind": "provisioned"} | : "throughput" is missing
            {"kind": "payPerRequest", "throughput": {}} | : has no field "throughput"; it has kind, onDemandThroughput
            {"kind": "provisioned", "throughput": {"readCapacityUnits": 1, "writeCapacityUnits": 1}, "autoScaling": {"reads": {"minCapacity": 1, "maxCapacity": 2}}} | .autoScaling.reads: "targetUtilization" is missing
            """)
    void refusesWhatIsNotABillingWithItsPlace(String billing, String message) {
        String json = "{\"name\": \"s\", \"dynamoTables\": [{\"name\": \"t\", \"key\": {}, \"billing\": " + billing
                + "}]}";
        assertThatThrownBy(() -> SchemaJson.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$.dynamoTables[0].billing" + message);
    }

    private static void assertReadsBack(DynamoTable table) {
        assertThat(SchemaJson.parse(SchemaJson.toJson(schema(table)))).isEqualTo(schema(table));
        assertThat(SchemaJson.parse(SchemaJson.toCompactJson(schema(table)))).isEqualTo(schema(table));
    }

    private static Schema schema(DynamoTable table) {
        return new Schema("s", List.of(), List.of(), List.of(), List.of(table), null);
    }
}
